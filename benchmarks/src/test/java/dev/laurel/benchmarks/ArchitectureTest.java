package dev.laurel.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.laurel.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.laurel.benchmarks.(*)..").should().beFreeOfCycles();

    /** The ledger is started as it is, by its main class, and known by its topics and addresses. */
    @ArchTest
    static final ArchRule measuresFromOutside =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "dev.laurel.rules..",
                                            "dev.laurel.scoring..",
                                            "dev.laurel.gateway..",
                                            "dev.laurel.standalone..")
                                    .and(not(simpleName("ScoringServiceApplication"))));

    @ArchTest
    static final ArchRule clockIsGiven = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule noForbiddenNames =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto");
}
