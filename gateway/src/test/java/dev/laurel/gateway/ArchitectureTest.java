package dev.laurel.gateway;

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
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.laurel.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheIntakeWritesEvents =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.laurel.gateway.intake", "dev.laurel.gateway.broker")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Producer.class);

    @ArchTest
    static final ArchRule admissionKnowsNoFramework =
            noClasses()
                    .that()
                    .haveNameMatching(".*intake\\.(Admission|Programs|Verdict|EventLog).*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "jakarta..");

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
