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

/** What changes of a member without a contact costs nothing until it is time to look again. */
class UnlinkedIT extends SteppedDelivery {

    private static final String STARS = "laurel_stars_available";

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private SandboxServer server;
    private Connection connection;
    private Courier courier;

    @BeforeEach
    void connect() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection =
                connect(
                        "unlinked",
                        CrmKind.HUBSPOT,
                        server.url(),
                        Map.of("serviceKey", "key"),
                        Quota.of(CrmKind.HUBSPOT));
        courier = courier(connection, this::reach, (_, _, _) -> Chore.NONE, AHEAD);
        consent("unlinked", List.of("ann"));
        book("unlinked", List.of("ann"), 1);
        assertThat(work(courier)).isEqualTo(1);
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        server.close();
    }

    @Test
    void rests() {
        // Given
        long before = server.statistics().calls();

        // When
        for (int points = 2; points < 10; points++) {
            book("unlinked", List.of("ann"), points);
        }
        rise("unlinked", List.of("ann"), "gold");

        // Then
        assertThat(pending()).isZero();
        assertThat(work(courier)).isZero();
        assertThat(server.statistics().calls()).isEqualTo(before);
    }

    @Test
    void getsEverythingOnceThereIsAContact() throws Exception {
        // Given
        book("unlinked", List.of("ann"), 7);
        String contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();

        // When
        deliveries.lookAgain(connection.id(), Instant.now().plus(Duration.ofHours(7)));
        jdbc.sql("UPDATE crm.pending SET due_at = 'epoch' WHERE program = 'unlinked'").update();
        work(courier);

        // Then
        assertThat(field(contact)).isEqualTo("7");
        book("unlinked", List.of("ann"), 8);
        assertThat(pending()).isEqualTo(1);
    }

    /** A change that is not committed while the contact is found. */
    @Test
    void losesNoChangeThatComesWhileTheContactIsFound() throws Exception {
        // Given
        String contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();

        // When
        CompletableFuture<Integer> found =
                transaction.execute(_ -> {
                    book("unlinked", List.of("ann"), 9);
                    CompletableFuture<Integer> begun =
                            CompletableFuture.supplyAsync(() -> {
                                deliveries.markAll(connection.id(), false, Instant.EPOCH);
                                return work(courier);
                            });
                    await().atMost(Duration.ofSeconds(20)).until(this::someoneWaits);
                    return begun;
                });

        // Then
        assertThat(found.join()).isEqualTo(1);
        assertThat(field(contact)).isEqualTo("9");
    }

    private boolean someoneWaits() {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM pg_stat_activity
                                WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO link%'
                                """)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private long pending() {
        return jdbc.sql("SELECT count(*) FROM crm.pending WHERE program = 'unlinked'")
                .query(Long.class)
                .single();
    }

    private String field(String contact) {
        return hubspot.contacts().find(contact).orElseThrow().value(STARS);
    }

    private Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        return Optional.of(Map.of("ann", new ContactBook.Reach("ann@example.com", Map.of())));
    }
}
