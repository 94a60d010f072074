package dev.laurel.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;
import org.apache.kafka.clients.producer.Producer;

@AnalyzeClasses(packages = "dev.laurel.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

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
}
