package dev.laurel.scoring;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.TestProperties;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it runs alone, on a database of its own that outlives a stop. */
public final class RunningScoringService implements AutoCloseable {

    public static final GroupProbe GROUP = new GroupProbe("laurel-scoring", Topics.DECISIONS);
    public static final TopicProbe<Decision> DECISIONS = new TopicProbe<>(Topics.DECISIONS);
    public static final TopicProbe<LedgerEntry> LEDGER = new TopicProbe<>(Topics.LEDGER);
    private static final TopicProbe<PublishedProgram> PROGRAMS = new TopicProbe<>(Topics.PROGRAMS);

    private final Map<String, String> properties;
    private final Class<?>[] sources;
    private ConfigurableApplicationContext context;

    private RunningScoringService(Map<String, String> properties, Class<?>[] sources) {
        this.properties = properties;
        this.sources = sources;
        this.context = run();
    }

    /**
     * Starts it.
     *
     * @param more configuration on top of the service's own
     */
    public static RunningScoringService start(Class<?>... more) {
        return start(Map.of(), more);
    }

    public static RunningScoringService start(Map<String, String> overrides, Class<?>... more) {
        Map<String, String> properties = new HashMap<>(TestProperties.fresh());
        properties.put("server.port", "0");
        properties.putAll(overrides);
        return new RunningScoringService(properties, more);
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(ScoringServiceApplication.class)
                .sources(sources)
                .properties("spring.config.name=scoring-service")
                .run(
                        properties.entrySet().stream()
                                .map(property ->
                                        "--" + property.getKey() + "=" + property.getValue())
                                .toArray(String[]::new));
    }

    /** A second instance on the same database. */
    public RunningScoringService another() {
        return new RunningScoringService(properties, sources);
    }

    public void stop() {
        context.close();
    }

    public void startAgain() {
        context = run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public long number(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    public ApiProbe api() {
        return new ApiProbe(
                Integer.parseInt(
                        context.getEnvironment().getRequiredProperty("local.server.port")));
    }

    /** Makes a program known. */
    public static void publish(String program) {
        PROGRAMS.send(
                PROGRAMS.raw(
                        program,
                        new PublishedProgram(
                                program,
                                1,
                                "ab12",
                                Instant.parse("2011-11-01T00:00:00Z"),
                                Map.of(
                                        "program",
                                        program,
                                        "timeZone",
                                        "Europe/London",
                                        "wallets",
                                        List.of(Map.of("id", "stars"), Map.of("id", "miles"))))));
    }

    /** Sends decisions in order and waits until the service has dealt with them. */
    public static void decide(Decision... decisions) {
        for (Decision decision : decisions) {
            DECISIONS.send(DECISIONS.raw(decision.program() + "/" + decision.member(), decision));
        }
        GROUP.awaitCaughtUp();
    }

    @Override
    public void close() {
        context.close();
    }
}
