package dev.laurel.crm.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.ContactBook;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Due;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Settlement;
import dev.laurel.crm.delivery.SteppedDelivery;
import dev.laurel.crm.reconciliation.Finding.Difference;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of drift that was found, while deliveries go on. */
class DriftIT extends SteppedDelivery {

    private static final String PROGRAM = "drift";
    private static final String STARS = "laurel_stars_available";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private Reconciliations reconciliations;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private SandboxServer server;
    private Connection connection;
    private String contact;

    @BeforeEach
    void connect() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection = connectHubSpot(PROGRAM, server.url());
        contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();
        consent(PROGRAM, List.of("ann"));
        book(PROGRAM, List.of("ann"), 1);
        work(courier(connection, DriftIT::reach, (_, _, _) -> Chore.NONE, AHEAD));
        reconciliations.start(connection.id(), 10, false, NOW);
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        server.close();
    }

    @Test
    void isNotUnderRepairAnyMoreOnceTheCrmHasRefusedThat() {
        // Given
        found();
        assertThat(reconciliations.repair(connection.id(), null, NOW)).isEqualTo(1);
        assertThat(drift()).extracting(Drift::repairing).containsExactly(true);

        // When
        settle(new Settlement.Failed(due(), new Refusal("TOO_LONG", "no", "")));

        // Then
        assertThat(drift()).extracting(Drift::repairing).containsExactly(false);
        assertThat(reconciliations.repair(connection.id(), null, NOW)).isEqualTo(1);
    }

    @Test
    void isNotBookedOfAMemberWhoWasClearedSinceThatWasLookedAt() {
        // Given
        book(PROGRAM, List.of("ann"), 2);
        clear();

        // When
        found();

        // Then
        assertThat(drift()).isEmpty();
    }

    @Test
    void isNotBookedOfAMemberWhoIsBeingCleared() {
        // Given
        book(PROGRAM, List.of("ann"), 2);

        // When
        CompletableFuture<Void> booked =
                transaction.execute(_ -> {
                    clear();
                    CompletableFuture<Void> begun = CompletableFuture.runAsync(this::found);
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> begun.isDone() || someoneWaits());
                    return begun;
                });
        booked.join();

        // Then
        assertThat(drift()).isEmpty();
    }

    /** Deliveries lock the link, and then what was found of it before. */
    @Test
    void isBookedWithoutWaitingInACircleWithADelivery() {
        // Given
        found();
        assertThat(drift()).hasSize(1);
        reconciliations.start(connection.id(), 10, false, NOW);
        book(PROGRAM, List.of("ann"), 2);

        // When
        CompletableFuture<Void> booked =
                transaction.execute(_ -> {
                    deliveries.doubt(connection.id(), List.of("ann"), NOW);
                    CompletableFuture<Void> begun = CompletableFuture.runAsync(this::found);
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> begun.isDone() || someoneWaits());
                    clear();
                    return begun;
                });
        booked.join();

        // Then
        assertThat(drift()).isEmpty();
    }

    private void found() {
        reconciliations.book(
                connection.id(),
                List.of(
                        new Finding.Different(
                                "ann", contact, List.of(new Difference(STARS, "1", "99")))),
                NOW);
    }

    private void clear() {
        settle(new Settlement.Cleared(due(), contact, "The member refuses."));
    }

    private void settle(Settlement settlement) {
        deliveries.settle(connection.id(), List.of(settlement), NOW);
    }

    private Due due() {
        for (Lane lane : Lane.values()) {
            List<Due> due = deliveries.due(connection.id(), lane, AHEAD.instant(), List.of(), 1);
            if (!due.isEmpty()) {
                return due.getFirst();
            }
        }
        throw new AssertionError("Expected somebody to be due.");
    }

    private List<Drift> drift() {
        return reconciliations.drift(connection.id(), "", "", 10);
    }

    private boolean someoneWaits() {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM pg_stat_activity
                                WHERE wait_event_type = 'Lock' AND query LIKE '%FROM link%'
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        return Optional.of(Map.of("ann", new ContactBook.Reach("ann@example.com", Map.of())));
    }
}
