package dev.laurel.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.scoring", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.laurel.scoring.ledger",
        "dev.laurel.scoring.lots",
        "dev.laurel.scoring.accounts",
        "dev.laurel.scoring.adjustments",
        "dev.laurel.scoring.requests",
        "dev.laurel.scoring.spending",
        "dev.laurel.scoring.liability",
        "dev.laurel.scoring.reports",
        "dev.laurel.scoring.journal",
        "dev.laurel.scoring.chain",
        "dev.laurel.scoring.integrity",
        "dev.laurel.scoring.programs",
        "dev.laurel.scoring.jobs",
        "dev.laurel.scoring.tiers",
        "dev.laurel.tiers",
        "dev.laurel.scoring.budgets",
        "dev.laurel.scoring.exchanges"
    };

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(DOMAIN);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.scoring.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.scoring..jdbc", "dev.laurel.scoring..stream");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            ServiceArchitecture.contractsStayAtTheEdge("dev.laurel.scoring..stream");

    @ArchTest
    static final ArchRule onlyTheJournalWritesToTheLedger =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.laurel.scoring.ledger..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.scoring.ledger.jdbc..",
                            "dev.laurel.scoring.ledger.stream..");
}
