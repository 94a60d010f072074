package dev.laurel.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(
        packages = "dev.laurel.standalone",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SERVICES_ARE_KNOWN_BY_NAME_ONLY_AND_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Service")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.rules..",
                            "dev.laurel.scoring..",
                            "dev.laurel.badges..",
                            "dev.laurel.leaderboards..",
                            "dev.laurel.crm..",
                            "dev.laurel.gateway..");

    @ArchTest
    static final ArchRule THE_DEMO_SEES_THE_PLATFORM_FROM_OUTSIDE =
            noClasses()
                    .that()
                    .resideInAPackage("..demo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.laurel.standalone.platform..", "java.sql..");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("dev.laurel.standalone.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_ASKS_FOR_THE_TIME_OR_MAKES_UP_IDS =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            classes().should().haveNameNotMatching(".*(Util|Helper|Manager|Impl|Dto|Base)s?");
}
