package dev.laurel.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.laurel.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule conventionsDoNotKnowHowTheyAreWired =
            noClasses()
                    .that()
                    .resideInAPackage("dev.laurel.web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.laurel.web.autoconfigure..", "org.springframework.boot..");

    @ArchTest
    static final ArchRule nothingOfTheWiringIsPublic =
            classes()
                    .that()
                    .resideInAPackage("dev.laurel.web.autoconfigure")
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule noForbiddenNames =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto");
}
