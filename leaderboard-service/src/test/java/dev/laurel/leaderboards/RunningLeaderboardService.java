package dev.laurel.leaderboards;

import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.MutableClock;
import dev.laurel.testinfra.TestProperties;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs alone. All tests share one: each has a program of its own. */
@SpringBootTest(
        classes = {LeaderboardServiceApplication.class, RunningLeaderboardService.FixedTime.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=leaderboard-service")
public abstract class RunningLeaderboardService {

    protected static final String NOON = "2011-11-15T12:00:00Z";

    private final TopicProbe<LedgerEntry> ledger = new TopicProbe<>(Topics.LEDGER);
    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);

    /** The registry as far as boards ask it. */
    protected static final FakeRegistry NAMES = FakeRegistry.start();

    private final TopicProbe<MemberAttributes> members = new TopicProbe<>(Topics.MEMBERS);

    @Autowired protected MutableClock clock;

    @LocalServerPort private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {
        @Bean
        @Primary
        MutableClock testClock() {
            return MutableClock.at(NOON);
        }
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestProperties.fresh().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("laurel.boards.registry.url", NAMES::address);
        // So that small boards are counted as large ones are.
        registry.add("laurel.boards.fence-length", () -> 3);
        registry.add("laurel.boards.section-length", () -> 4);
        registry.add("laurel.boards.look-every", () -> "200ms");
    }

    protected final ApiProbe api() {
        return new ApiProbe(port);
    }

    protected final URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Publishes a program and waits until the service knows it. */
    protected final void publish(String program, String zone, List<Map<String, Object>> boards) {
        publish(program, zone, 1, Instant.EPOCH, boards);
    }

    /** Publishes a version at some time; waits until the service knows the program. */
    protected final void publish(
            String program,
            String zone,
            int version,
            Instant publishedAt,
            List<Map<String, Object>> boards) {
        Map<String, Object> document = Map.of("timeZone", zone, "leaderboards", boards);
        programs.send(
                programs.raw(
                        program,
                        new PublishedProgram(program, version, "cafe", publishedAt, document)));
        await().until(() -> api().ask("/v1/programs/" + program + "/leaderboards").status() == 200);
    }

    /** Writes ledger entries in order and waits until they are counted. */
    protected final void book(List<LedgerEntry> entries) {
        ledger.send(
                entries.stream()
                        .map(entry -> ledger.raw(entry.program() + "/" + entry.member(), entry))
                        .toList());
        new GroupProbe("laurel-leaderboards", Topics.LEDGER).awaitCaughtUp();
    }

    /** Writes decisions in order and waits until boards know what they say. */
    protected final void decide(List<Decision> made) {
        decisions.send(
                made.stream()
                        .map(each -> decisions.raw(each.program() + "/" + each.member(), each))
                        .toList());
        new GroupProbe("laurel-leaderboards-decisions", Topics.DECISIONS).awaitCaughtUp();
    }

    /** Tells members as the registry would and waits until boards know. */
    protected final void tell(List<MemberAttributes> changes) {
        members.send(
                changes.stream()
                        .map(each -> members.raw(each.program() + "/" + each.member(), each))
                        .toList());
        new GroupProbe("laurel-leaderboards-members", Topics.MEMBERS).awaitCaughtUp();
    }
}
