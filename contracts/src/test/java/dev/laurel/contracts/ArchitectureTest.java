package dev.laurel.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.laurel.contracts", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everybodyCanUseThem =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.contracts..",
                            "java..",
                            "com.fasterxml.jackson.annotation..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule subjectsDoNotDependOnEachOtherInCircles =
            slices().matching("dev.laurel.contracts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule neitherTimeNorChance =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Base)s?");

    @ArchTest
    static void everyPackageSaysWhatCanBeNull(JavaClasses classes) {
        assertThat(
                        classes.stream()
                                .map(each -> each.getPackage())
                                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                                .distinct())
                .isEmpty();
    }
}
