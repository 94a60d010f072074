package dev.laurel.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The engine is a pure function: what it may know, and what it may not do. */
@AnalyzeClasses(packages = "dev.laurel.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsTheJdkAndCelOnly =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang..",
                            "java.math..",
                            "java.nio..",
                            "java.security..",
                            "java.time..",
                            "java.util..",
                            "dev.laurel.engine..",
                            "org.jspecify..",
                            "dev.cel..",
                            "com.google..");

    @ArchTest
    static final ArchRule knowsCelInOnePackageOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.laurel.engine.expressions")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.cel..", "com.google..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("dev.laurel.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hasFeaturesThatDoNotKnowTheirCaller =
            noClasses()
                    .that()
                    .resideInAPackage("dev.laurel.engine.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.laurel.engine");

    @ArchTest
    static final ArchRule asksNoClockAndNoDice =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(java.time.ZoneId.class, "systemDefault")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule isNamedAfterWhatItIs =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|Base|Service)$");

    @ArchTest
    static final ArchRule saysWhatMayBeNull =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("be in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    boolean marked =
                                            type.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(type, marked, type.getName()));
                                }
                            })
                    .because("NullAway looks at marked packages only")
                    .allowEmptyShould(false);
}
