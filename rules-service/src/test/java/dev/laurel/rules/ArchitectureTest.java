package dev.laurel.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.rules", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(
                    "dev.laurel.rules.programs", "dev.laurel.rules.journal");

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
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.rules..jdbc", "dev.laurel.rules..stream");
}
