package dev.laurel.members;

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

@AnalyzeClasses(packages = "dev.laurel.members", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"dev.laurel.members.registry"};

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            classes()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat(
                            are(
                                    JavaClass.Predicates.resideInAnyPackage(DOMAIN)
                                            .or(
                                                    JavaClass.Predicates.resideInAnyPackage(
                                                            "java..",
                                                            "org.jspecify.annotations"))));

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.members.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            noClasses()
                    .that()
                    .resideInAPackage("..web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.members..jdbc",
                            "dev.laurel.members.broker",
                            "org.springframework.jdbc..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..jdbc", "..program", "..broker")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.laurel.contracts..");

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
