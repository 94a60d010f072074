package dev.laurel.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.laurel.embedded",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_PART_OF_LAUREL =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "dev.laurel.contracts..");

    @ArchTest
    static final ArchRule THE_BROKER_IS_KNOWN_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("EmbeddedBroker")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("kafka..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            classes().should().haveNameNotMatching(".*(Util|Helper|Manager|Impl|Dto|Base)s?");
}
