package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a courier books that stood still for longer than its lease, while another one went on:
 * nothing that anybody then takes for what is in the CRM.
 */
class LateSettlementIT extends SteppedDelivery {

    private static final String PROGRAM = "late-settlement";
    private static final String STARS = "laurel_stars_available";
    private static final List<String> ANN = List.of("ann");

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
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
        consent(PROGRAM, ANN);
        book(PROGRAM, ANN, 1);
        work(courier());
        assertThat(stars()).isEqualTo("1");
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        jdbc.sql("DELETE FROM crm.profile WHERE program = ?").param(PROGRAM).update();
        server.close();
    }

    @Test
    void isNotTakenForWhatIsThereWhenTheMemberIsDueOnceMore() {
        // Given
        book(PROGRAM, ANN, 2);
        Settlement late = sent(2);
        book(PROGRAM, ANN, 3);
        work(courier());
        book(PROGRAM, ANN, 2);

        // When
        settle(late);

        // Then
        work(courier());
        assertThat(stars()).isEqualTo("2");
    }

    /** The other one's call may have arrived, though it was not answered. */
    @Test
    void isNotTakenForWhatIsThereWhenTheOtherOneIsToTryAgain() {
        // Given
        book(PROGRAM, ANN, 2);
        Settlement late = sent(2);
        book(PROGRAM, ANN, 3);
        Settlement other = sent(3);
        settle(new Settlement.Retry(other.due(), Instant.EPOCH, "No answer."));
        book(PROGRAM, ANN, 2);

        // When
        settle(late);

        // Then
        work(courier());
        assertThat(stars()).isEqualTo("2");
    }

    @Test
    void letsNobodyElseTakeTheDoubtAwayWhoWasUnderWayMeanwhile() {
        // Given
        book(PROGRAM, ANN, 2);
        Due due = due();
        book(PROGRAM, ANN, 3);
        Settlement other = sent(3);
        Settlement late = sent(due, 2);

        // When
        settle(late);
        settle(other);

        // Then
        work(courier());
        assertThat(stars()).isEqualTo("3");
    }

    @Test
    void takesNoContactAwayThatTheOtherOneHasLinked() {
        // Given
        book(PROGRAM, ANN, 2);
        Due due = due();
        work(courier());
        book(PROGRAM, ANN, 3);

        // When
        settle(new Settlement.Lost(due));

        // Then
        assertThat(link().contact()).isEqualTo(contact);
    }

    @Test
    void doesNotSayThatThereIsNoContactWhereTheOtherOneHasLinkedOne() {
        // Given
        book(PROGRAM, ANN, 2);
        Due due = due();
        work(courier());
        book(PROGRAM, ANN, 3);

        // When
        settle(
                new Settlement.Unlinked(
                        due, Instant.parse("2111-01-01T00:00:00Z"), "No contact was found."));

        // Then
        assertThat(link().retryAt()).isNull();
    }

    @Test
    void leavesTheDoubtOfAContactThatIsToBeOverwritten() {
        // Given
        book(PROGRAM, ANN, 2);
        Settlement sent = sent(2);
        deliveries.overwrite(connection.id(), ANN, AHEAD.instant());

        // When
        settle(sent);

        // Then
        assertThat(link().doubtful()).isTrue();
        assertThat(deliveries.due(connection.id(), Lane.URGENT, AHEAD.instant(), List.of(), 1))
                .hasSize(1);
    }

    /** It found the contact once more, and links it while the other one books what it has sent. */
    @Test
    void leavesALinkAloneThatTheOtherOneHasSettled() {
        // Given
        book(PROGRAM, ANN, 2);
        Settlement other = sent(2);

        // When
        CompletableFuture<Set<String>> linked =
                transaction.execute(_ -> {
                    settle(other);
                    CompletableFuture<Set<String>> begun =
                            CompletableFuture.supplyAsync(
                                    () -> deliveries.link(connection.id(), Map.of("ann", contact)));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> begun.isDone() || someoneWaits());
                    return begun;
                });

        // Then
        assertThat(linked.join()).isEmpty();
        assertThat(link().contact()).isEqualTo(contact);
        assertThat(link().doubtful()).isFalse();
    }

    /** What is under way is settled once it is known that there is a contact. */
    @Test
    void waitsForWhoeverLinksBeforeItSaysThatThereIsNothingToClear() {
        // Given
        book(PROGRAM, ANN, 2);
        Due due = due();
        jdbc.sql("UPDATE crm.link SET contact = NULL WHERE program = ?").param(PROGRAM).update();

        // When
        CompletableFuture<Void> settled =
                transaction.execute(_ -> {
                    deliveries.link(connection.id(), Map.of("ann", contact));
                    CompletableFuture<Void> begun =
                            CompletableFuture.runAsync(() ->
                                    settle(new Settlement.Cleared(due, null, "She refuses.")));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> begun.isDone() || someoneWaits());
                    return begun;
                });
        settled.join();

        // Then
        assertThat(link().contact()).isEqualTo(contact);
        assertThat(due().member()).isEqualTo("ann");
    }

    private boolean someoneWaits() {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What a courier sends of what is due now, before it books it. */
    private Settlement sent(long stars) {
        return sent(due(), stars);
    }

    private Settlement sent(Due due, long stars) {
        Map<String, String> known = new HashMap<>(link().known());
        known.put(STARS, Long.toString(stars));
        deliveries.doubt(connection.id(), ANN, Instant.EPOCH);
        try {
            hubspot.contacts().update(contact, Map.of(STARS, Long.toString(stars)));
        } catch (Contacts.Taken e) {
            throw new AssertionError("Expected the contact to be updated.", e);
        }
        return new Settlement.Delivered(due, known, true);
    }

    private void settle(Settlement settlement) {
        deliveries.settle(connection.id(), List.of(settlement), AHEAD.instant());
    }

    private Due due() {
        return deliveries
                .due(connection.id(), Lane.ROUTINE, AHEAD.instant(), List.of(), 1)
                .getFirst();
    }

    private Link link() {
        return deliveries.links(connection.id(), ANN).getOrDefault("ann", Link.NONE);
    }

    private String stars() {
        return hubspot.contacts().find(contact).orElseThrow().value(STARS);
    }

    private Courier courier() {
        return courier(connection, LateSettlementIT::reach, (_, _, _) -> Chore.NONE, AHEAD);
    }

    private static Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        return Optional.of(Map.of("ann", new ContactBook.Reach("ann@example.com", Map.of())));
    }
}
