package dev.laurel.badges;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.badges", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.laurel.badges.artwork",
        "dev.laurel.badges.awards",
        "dev.laurel.badges.catalogue",
        "dev.laurel.badges.credentials"
    };

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(DOMAIN);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.badges.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.badges..jdbc", "dev.laurel.badges..stream");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            ServiceArchitecture.contractsStayAtTheEdge(
                    "dev.laurel.badges..stream", "..program", "..programs");
}
