package dev.laurel.members;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.members", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"dev.laurel.members.registry"};

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(DOMAIN);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.members.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.members..jdbc", "dev.laurel.members.broker");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            ServiceArchitecture.contractsStayAtTheEdge("..jdbc", "..program", "..broker");
}
