package dev.laurel.crm.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a courier which takes over knows how much was called of late. */
class CallCountsIT extends RunningCrmConnector {

    private static final ConnectionId CONNECTION = new ConnectionId("counted", "crm");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired private CallCounts counts;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void connect() {
        jdbc.sql(
                        """
                        INSERT INTO crm.connection
                            (program, connection, settings, credentials, paused, revision, changed_at)
                        VALUES ('counted', 'crm',
                                '{"kind": "hubspot", "url": "http://127.0.0.1:1",
                                  "version": "2026-03", "key": "k", "fields": {},
                                  "callsPerDay": 1, "callsPerWindow": 1, "windowMillis": 1000,
                                  "concurrency": 1}',
                                '', true, 1, now())
                        """)
                .update();
    }

    @AfterEach
    void disconnect() {
        jdbc.sql("DELETE FROM crm.connection WHERE program = 'counted'").update();
    }

    @Test
    void nothingWasCalledBeforeTheFirstCall() {
        assertThat(counts.recent(CONNECTION, WINDOW)).isEqualTo(new Recent(0, Instant.EPOCH));
        assertThat(counts.of(CONNECTION, DAY)).isZero();
    }

    @Test
    void countsTheWindowBeforeTheLastCallAndNoLess() {
        // When
        call(0);
        call(4);
        call(9);

        // Then
        assertThat(recent()).isEqualTo(3);
        call(10);
        assertThat(recent()).as("those at 4 and 9 are within ten seconds").isEqualTo(4);
        call(20);
        assertThat(recent()).isEqualTo(2);
        assertThat(counts.of(CONNECTION, DAY)).isEqualTo(5);
    }

    @Test
    void countsEverythingAsCalledWhenTheWindowIsAnother() {
        // When
        call(0);
        long another = counts.recent(CONNECTION, Duration.ofSeconds(60)).calls();
        counts.count(CONNECTION, DAY, Duration.ofSeconds(60), 1, NOW.plusSeconds(1));

        // Then
        assertThat(another).isGreaterThan(100_000);
        assertThat(counts.recent(CONNECTION, Duration.ofSeconds(60)).calls())
                .isGreaterThan(100_000);
    }

    @Test
    void aCallMayCountForSeveral() {
        // When
        counts.count(CONNECTION, DAY, WINDOW, 50, NOW);
        counts.count(CONNECTION, DAY, WINDOW, 50, NOW.plusSeconds(1));

        // Then
        assertThat(recent()).isEqualTo(100);
        assertThat(counts.of(CONNECTION, DAY)).isEqualTo(100);
    }

    private void call(long second) {
        counts.count(CONNECTION, DAY, WINDOW, 1, NOW.plusSeconds(second));
    }

    private long recent() {
        return counts.recent(CONNECTION, WINDOW).calls();
    }
}
