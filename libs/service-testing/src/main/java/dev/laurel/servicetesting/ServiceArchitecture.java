package dev.laurel.servicetesting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What holds in every service. The fields are rules for all of its classes, to be taken in by
 * {@code ArchTests.in(ServiceArchitecture.class)}; the methods make rules of what differs.
 */
public final class ServiceArchitecture {

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

    private ServiceArchitecture() {}

    /**
     * The domain can be read and tested without any framework.
     *
     * @param domain the service's packages without framework, each without those below it
     */
    public static ArchRule domainKnowsOnlyTheJdkAndItself(String... domain) {
        return classes()
                .that()
                .resideInAnyPackage(domain)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(domain)
                                .or(resideInAnyPackage("java..", "org.jspecify.annotations")));
    }

    /**
     * Controllers talk to the domain only.
     *
     * @param adapters packages that talk to the database and the broker
     */
    public static ArchRule webKnowsNoDatabaseAndNoTopic(String... adapters) {
        return noClasses()
                .that()
                .resideInAPackage("..web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(
                                        Arrays.stream(adapters),
                                        Stream.of(
                                                "org.springframework.jdbc..", "org.apache.kafka.."))
                                .toArray(String[]::new));
    }

    /**
     * What crosses process boundaries is known at the edge only.
     *
     * @param edges packages that translate contracts into what the service understands
     */
    public static ArchRule contractsStayAtTheEdge(String... edges) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(edges)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.laurel.contracts..");
    }

    private static DescribedPredicate<JavaClass> arePackageInfos() {
        return DescribedPredicate.describe(
                "are package descriptions", it -> it.getSimpleName().equals("package-info"));
    }
}
