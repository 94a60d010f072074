package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A courier that nobody has told of a pause begins nothing after it. */
class PauseIT extends SteppedDelivery {

    private static final String STARS = "laurel_stars_available";

    @Autowired private Connections connections;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private SandboxServer server;
    private Connection connection;
    private String contact;
    private final AtomicInteger chores = new AtomicInteger();

    @BeforeEach
    void connect() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection =
                connect(
                        "pause",
                        CrmKind.HUBSPOT,
                        server.url(),
                        Map.of("serviceKey", "key"),
                        Quota.of(CrmKind.HUBSPOT));
        contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();
        consent("pause", List.of("ann"));
    }

    @AfterEach
    void disconnect() throws IOException {
        connections.remove(connection.id(), connection.revision());
        server.close();
    }

    @Test
    void beginsNothingOncePausedAndGoesOnWhereItWas() {
        // Given
        Courier courier = courier(connection, this::reach, this::chore, AHEAD);
        book("pause", List.of("ann"), 1);
        assertThat(work(courier)).isEqualTo(1);
        long before = server.statistics().calls();

        // When
        pause(true);
        book("pause", List.of("ann"), 2);
        chores.set(1);
        int steps = work(courier);

        // Then
        assertThat(steps).isZero();
        assertThat(chores).hasValue(1);
        assertThat(server.statistics().calls()).isEqualTo(before);
        assertThat(stars()).isEqualTo("1");
        pause(false);
        assertThat(work(courier)).isEqualTo(2);
        assertThat(stars()).isEqualTo("2");
        assertThat(chores).hasValue(0);
    }

    @Test
    void doesNotEvenLookAtTheFields() {
        // Given
        pause(true);
        Courier courier = courier(connection, this::reach, this::chore, AHEAD);
        long before = server.statistics().calls();
        book("pause", List.of("ann"), 1);

        // When
        int steps = work(courier);

        // Then
        assertThat(steps).isZero();
        assertThat(server.statistics().calls()).isEqualTo(before);
    }

    private void pause(boolean paused) {
        connections.pause(connection.id(), paused, AHEAD.instant());
    }

    private String stars() {
        return hubspot.contacts().find(contact).orElseThrow().value(STARS);
    }

    private Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        return Optional.of(Map.of("ann", new ContactBook.Reach("ann@example.com", Map.of())));
    }

    private Chore chore(Connection its, Crm crm, Calls calls) {
        return new Chore() {
            @Override
            public Optional<Lane> due(Instant now) {
                return chores.get() > 0 ? Optional.of(Lane.ROUTINE) : Optional.empty();
            }

            @Override
            public void step(Lane lane) {
                chores.decrementAndGet();
            }
        };
    }
}
