package dev.laurel.crm.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.delivery.Condition;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a connection is one instance's at a time. */
class LeasesIT extends RunningCrmConnector {

    // Far from now: the couriers of the running service don't get in between.
    private static final Instant NOW = Instant.parse("2126-11-22T12:00:00Z");
    private static final ConnectionId CONNECTION = new ConnectionId("leased", "crm");
    private static final Tenure TENURE = Tenure.of(Duration.ofSeconds(30), Duration.ofSeconds(15));

    @Autowired private JdbcClient jdbc;
    @Autowired private Connections connections;

    @BeforeEach
    void connect() {
        connections.add(
                new Connection(
                        CONNECTION,
                        CrmKind.HUBSPOT,
                        URI.create("http://127.0.0.1:1"),
                        "2026-03",
                        DefaultMapping.of(CrmKind.HUBSPOT, List.of(), List.of()),
                        Inbound.NONE,
                        false,
                        Quota.of(CrmKind.HUBSPOT),
                        true,
                        1,
                        NOW),
                new Credentials(Map.of("serviceKey", "x")));
    }

    @AfterEach
    void disconnect() {
        connections.remove(CONNECTION, 1);
    }

    @Test
    void aDeadInstancesConnectionIsTakenOverWhenItsLeaseEndsAndNotBefore() {
        // Given
        Leases here = at(NOW);
        assertThat(here.take(CONNECTION, Condition.WORKING)).isTrue();

        // When
        Leases there = at(NOW.plusSeconds(30));
        boolean atTheEnd = there.take(CONNECTION, Condition.WORKING);
        Leases after = at(NOW.plusSeconds(31));
        boolean afterwards = after.take(CONNECTION, Condition.WORKING);

        // Then
        assertThat(atTheEnd).isFalse();
        assertThat(afterwards).isTrue();
        assertThat(here.take(CONNECTION, Condition.WORKING)).as("by the first again").isFalse();
    }

    @Test
    void whoHasItMayKeepIt() {
        // Given
        Leases here = at(NOW);

        // Then
        assertThat(here.take(CONNECTION, Condition.WORKING)).isTrue();
        assertThat(here.take(CONNECTION, Condition.WORKING)).isTrue();
        assertThat(at(NOW).take(CONNECTION, Condition.WORKING)).isFalse();
    }

    @Test
    void whatIsGivenBackIsFreeAtOnceAndOnlyItsHolderGivesItBack() {
        // Given
        Leases here = at(NOW);
        Leases there = at(NOW);
        here.take(CONNECTION, Condition.WORKING);

        // When
        there.giveBack(CONNECTION);
        boolean byAnother = there.take(CONNECTION, Condition.WORKING);
        here.giveBack(CONNECTION);

        // Then
        assertThat(byAnother).isFalse();
        assertThat(there.take(CONNECTION, Condition.WORKING)).isTrue();
    }

    private Leases at(Instant now) {
        return new Leases(jdbc, TENURE, Clock.fixed(now, ZoneOffset.UTC));
    }
}
