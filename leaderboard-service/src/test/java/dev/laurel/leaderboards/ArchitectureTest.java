package dev.laurel.leaderboards;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.servicetesting.ServiceArchitecture;

@AnalyzeClasses(packages = "dev.laurel.leaderboards", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.laurel.leaderboards.scores",
        "dev.laurel.leaderboards.boards",
        "dev.laurel.leaderboards.seals",
        "dev.laurel.leaderboards.prizes",
        "dev.laurel.leaderboards.leagues",
        "dev.laurel.leaderboards.roster"
    };

    @ArchTest static final ArchTests inEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdkAndItself =
            ServiceArchitecture.domainKnowsOnlyTheJdkAndItself(DOMAIN);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.laurel.leaderboards.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webKnowsNoDatabaseAndNoTopic =
            ServiceArchitecture.webKnowsNoDatabaseAndNoTopic(
                    "dev.laurel.leaderboards..jdbc", "dev.laurel.leaderboards..stream");

    @ArchTest
    static final ArchRule contractsStayAtTheEdge =
            ServiceArchitecture.contractsStayAtTheEdge(
                    "dev.laurel.leaderboards..stream", "..program", "..programs");
}
