package dev.laurel.crm;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.crm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.laurel.crm.profiles",
        "dev.laurel.crm.mapping",
        "dev.laurel.crm.connections",
        "dev.laurel.crm.vendor",
        "dev.laurel.crm.setup",
        "dev.laurel.crm.delivery",
        "dev.laurel.crm.consent",
        "dev.laurel.crm.inbound",
        "dev.laurel.crm.reconciliation",
        "dev.laurel.crm.erasure"
    };

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(DOMAIN);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.crm.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.crm..jdbc", "dev.laurel.crm..stream");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            ServiceArchitecture.contractsStayAtTheEdge(
                    "dev.laurel.crm..stream", "..program", "..programs");
}
