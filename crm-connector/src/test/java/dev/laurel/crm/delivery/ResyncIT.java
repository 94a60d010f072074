package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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

/** Everything is sent again that was to be, whatever else goes on meanwhile. */
class ResyncIT extends SteppedDelivery {

    private static final String STARS = "laurel_stars_available";
    private static final String BADGES = "laurel_badge_count";

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private final Map<String, String> contacts = new HashMap<>();
    private SandboxServer server;
    private Connection connection;
    private Courier courier;
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void connect() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection =
                connect(
                        "resync",
                        CrmKind.HUBSPOT,
                        server.url(),
                        Map.of("serviceKey", "key"),
                        Quota.of(CrmKind.HUBSPOT));
        courier = courier(connection, this::reach, (_, _, _) -> Chore.NONE, AHEAD);
        consent("resync", List.of("ann", "bob"));
        create("ann");
        book("resync", List.of("ann"), 1);
        work(courier);
        assertThat(field("ann", STARS)).isEqualTo("1");
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        jdbc.sql("DELETE FROM crm.profile WHERE program = 'resync'").update();
        server.close();
    }

    @Test
    void sendsEverythingOfMembersWhoAreBeingDelivered() throws Exception {
        // Given
        hubspot.contacts().update(contact("ann"), Map.of(BADGES, "99"));
        create("bob");
        book("resync", List.of("ann", "bob"), 2);
        meanwhile = () -> deliveries.markAll(connection.id(), true, Instant.EPOCH);

        // When
        work(courier);

        // Then
        assertThat(field("ann", STARS)).isEqualTo("2");
        assertThat(field("ann", BADGES)).isEqualTo("0");
        assertThat(field("bob", STARS)).isEqualTo("2");
    }

    @Test
    void sendsEverythingOnce() throws Exception {
        // Given
        hubspot.contacts().update(contact("ann"), Map.of(BADGES, "99"));
        deliveries.markAll(connection.id(), true, Instant.EPOCH);
        work(courier);
        assertThat(field("ann", BADGES)).isEqualTo("0");
        hubspot.contacts().update(contact("ann"), Map.of(BADGES, "99"));

        // When
        book("resync", List.of("ann"), 3);
        work(courier);

        // Then
        assertThat(field("ann", STARS)).isEqualTo("3");
        assertThat(field("ann", BADGES)).as("nobody asked for it again").isEqualTo("99");
    }

    /** Who takes changes in has locked the links of members without a contact. */
    @Test
    void doesNotWaitInACircleWithWhoTakesChangesIn() {
        // Given
        book("resync", List.of("bob"), 1);
        work(courier);
        assertThat(pending("bob")).isZero();
        book("resync", List.of("ann"), 2);

        // When
        CompletableFuture<Long> resync =
                transaction.execute(_ -> {
                    book("resync", List.of("bob"), 2);
                    CompletableFuture<Long> begun =
                            CompletableFuture.supplyAsync(
                                    () -> deliveries.markAll(connection.id(), true, Instant.EPOCH));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> begun.isDone() || someoneWaits());
                    book("resync", List.of("ann"), 3);
                    return begun;
                });

        // Then
        assertThat(resync.join()).isEqualTo(2);
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

    private long pending(String member) {
        return jdbc.sql("SELECT count(*) FROM crm.pending WHERE program = 'resync' AND member = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    private void create(String member) throws Exception {
        contacts.put(
                member, hubspot.contacts().create(Map.of("email", member + "@example.com")).id());
    }

    private String contact(String member) {
        return contacts.getOrDefault(member, "");
    }

    private String field(String member, String name) {
        return hubspot.contacts().find(contact(member)).orElseThrow().value(name);
    }

    /** Asked of bob, once the links of the batch have been read. */
    private Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        if (members.contains("bob")) {
            meanwhile.run();
            meanwhile = () -> {};
        }
        return Optional.of(
                Map.of(
                        "ann",
                        new ContactBook.Reach("ann@example.com", Map.of()),
                        "bob",
                        new ContactBook.Reach("bob@example.com", Map.of())));
    }
}
