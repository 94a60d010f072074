package dev.laurel.testinfra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.laurel.testinfra",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ANY_KIND_OF_TEST_CAN_USE_IT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule CONTAINERS_ARE_KNOWN_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("ContainerInfrastructure")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.testcontainers..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            classes().should().haveNameNotMatching(".*(Util|Helper|Manager|Impl|Dto|Base)s?");
}
