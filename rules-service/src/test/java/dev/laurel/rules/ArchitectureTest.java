package dev.laurel.rules;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.laurel.rules", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            classes()
                    .that()
                    .resideInAnyPackage("dev.laurel.rules.programs", "dev.laurel.rules.journal")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.rules.programs",
                            "dev.laurel.rules.journal",
                            "java..",
                            "org.jspecify.annotations");

    @ArchTest
    static final ArchRule evaluationKnowsNoFramework =
            noClasses()
                    .that()
                    .resideInAPackage("dev.laurel.rules.evaluation")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "org.apache.kafka..", "tools.jackson..");

    @ArchTest
    static final ArchRule nothingButKafkaInTheTopology =
            noClasses()
                    .that()
                    .resideInAPackage("dev.laurel.rules.evaluation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "java.net.http..",
                            "org.springframework.jdbc..",
                            "org.springframework.web..",
                            "dev.laurel.rules.programs..",
                            "dev.laurel.rules.journal..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            noClasses()
                    .that()
                    .resideInAPackage("..web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.rules..jdbc",
                            "dev.laurel.rules..stream",
                            "org.springframework.jdbc..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule timeAndIdsAreArguments =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule noForbiddenNames =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that(are(packageInfos())).should().beAnnotatedWith(NullMarked.class);

    private static DescribedPredicate<JavaClass> packageInfos() {
        return DescribedPredicate.describe(
                "package descriptions", it -> it.getSimpleName().equals("package-info"));
    }
}
