package dev.laurel.outbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.laurel.outbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyJdbcTransactionsAndTheKafkaClient =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "java..",
                                    "javax.sql",
                                    "org.jspecify.annotations",
                                    "org.slf4j",
                                    "org.apache.kafka.clients.producer",
                                    "org.apache.kafka.common..",
                                    "org.springframework.context",
                                    "org.springframework.dao",
                                    "org.springframework.jdbc.core",
                                    "org.springframework.transaction.support",
                                    "dev.laurel.bulkcopy",
                                    "dev.laurel.figures",
                                    "dev.laurel.tracing",
                                    "dev.laurel.outbox"));

    @ArchTest
    static final ArchRule timeAndIdsAreNotItsBusiness =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule noForbiddenNames =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base)");
}
