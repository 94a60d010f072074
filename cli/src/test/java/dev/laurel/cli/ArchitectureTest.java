package dev.laurel.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "dev.laurel.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule commandsTalkToThePlatformOverHttpOnly =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyValidationAndSimulationKnowTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.laurel.cli.validate", "dev.laurel.cli.simulate")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.laurel.engine..");

    @ArchTest
    static final ArchRule outputGoesWhereTheCommandLineSays =
            noClasses()
                    .should(
                            GeneralCodingRules.ACCESS_STANDARD_STREAMS.as(
                                    "print to System.out or System.err"))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noForbiddenNames =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)");
}
