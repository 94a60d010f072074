package dev.laurel.scoring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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

@AnalyzeClasses(packages = "dev.laurel.scoring", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.laurel.scoring.ledger",
        "dev.laurel.scoring.accounts",
        "dev.laurel.scoring.adjustments",
        "dev.laurel.scoring.requests",
        "dev.laurel.scoring.spending",
        "dev.laurel.scoring.liability",
        "dev.laurel.scoring.programs"
    };

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            classes()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(DOMAIN)
                                    .or(resideInAnyPackage("java..", "org.jspecify.annotations")));

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.scoring.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            noClasses()
                    .that()
                    .resideInAPackage("..web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.scoring..jdbc",
                            "dev.laurel.scoring..stream",
                            "org.springframework.jdbc..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.laurel.scoring..stream")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.laurel.contracts..");

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
            classes().that(arePackageInfos()).should().beAnnotatedWith(NullMarked.class);

    private static DescribedPredicate<JavaClass> arePackageInfos() {
        return DescribedPredicate.describe(
                "are package descriptions", it -> it.getSimpleName().equals("package-info"));
    }
}
