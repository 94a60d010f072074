package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crms;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports whose instance dies after everything that it does, and is followed by another one. */
class ImportDeathsIT extends RunningInbound {

    private static final String KEY = "pat-sandbox-key-0000";
    private static final int CONTACTS = 230;

    private final HubSpotSandbox hubspot = new HubSpotSandbox(KEY);

    @Autowired private Connections connections;
    @Autowired private Crms crms;
    @Autowired private Deliveries deliveries;
    @Autowired private Inbox inbox;
    @Autowired private Imports imports;
    @Autowired private Arrivals arrivals;
    @Autowired private Consents consents;
    @Autowired private MemberBook members;
    @Autowired private EventBook events;
    @Autowired private Rhythm rhythm;
    @Autowired private Clock clock;

    ImportDeathsIT() {
        super("hubspot", "{\"serviceKey\": \"%s\"}".formatted(KEY));
        hubspot.searching().limit(1_000);
        hubspot.window().limit(10_000);
    }

    @Override
    protected Vendor vendor() {
        return hubspot;
    }

    @Override
    protected Contacts contacts() {
        return hubspot.contacts();
    }

    @Override
    protected String emailField() {
        return "email";
    }

    @Override
    protected String inbound() {
        return """
        {"memberField": "shop_member", "fields": {"city": "attributes.city"},
         "purchases": {"type": "bought", "fields": {"amount": "amount as number"}}}
        """;
    }

    @Test
    void comesToTheSameWheneverItDies() throws Exception {
        // Given
        AtomicLong millis = new AtomicLong(1_796_300_000_000L);
        contacts().clock(millis::incrementAndGet);
        hubspot.deals().clock(millis::incrementAndGet);
        for (int nth = 0; nth < CONTACTS; nth++) {
            String contact =
                    contacts().create(Map.of("shop_member", "m-" + nth, "city", "c" + nth)).id();
            hubspot.deals()
                    .create(
                            Map.of(
                                    "hs_is_closed_won",
                                    "true",
                                    "amount",
                                    "" + nth,
                                    "closedate",
                                    "2026-05-01T10:00:00Z",
                                    "contacts",
                                    contact));
        }
        connections().post("/crm/pause");
        ConnectionId id = new ConnectionId(program(), "crm");
        Connection connection = connections.find(id).orElseThrow();
        imports.start(id, true, clock.instant());

        // When
        int deaths = 0;
        while (isRunning(id)) {
            try {
                live(connection, new Mortality(deaths));
            } catch (Mortality.Ended _) {
                deaths++;
            }
        }

        // Then
        assertThat(deaths).isGreaterThan(10);
        for (int nth = 0; nth < CONTACTS; nth++) {
            assertThat(known("m-" + nth)).containsEntry("attributes.city", "c" + nth);
        }
        assertThat(events()).hasSize(CONTACTS);
        assertThat(setAside()).isEmpty();

        // When
        long posts = INTAKE.posts(program());
        imports.start(id, true, clock.instant());
        live(connection, new Mortality(Integer.MAX_VALUE));

        // Then
        assertThat(isRunning(id)).isFalse();
        assertThat(INTAKE.posts(program())).isEqualTo(posts);
        assertThat(events()).hasSize(CONTACTS);
    }

    private boolean isRunning(ConnectionId id) {
        return imports.find(id).orElseThrow().state() == ImportRun.State.RUNNING;
    }

    private void live(Connection connection, Mortality life) {
        Calls calls = new Calls(connection, deliveries, rhythm, clock, () -> true);
        Crm crm = crms.open(connection, connections.credentials(connection.id()), calls);
        Chore chore =
                new Inbounds(
                                life.mortal(Inbox.class, inbox),
                                life.mortal(Imports.class, imports),
                                life.mortal(Arrivals.class, arrivals),
                                life.mortal(Consents.class, consents),
                                life.mortal(MemberBook.class, members),
                                life.mortal(EventBook.class, events),
                                _ -> Duration.ofDays(7),
                                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), () -> 0.5),
                                clock)
                        .of(connection, life.mortal(Crm.class, crm), calls);
        while (isRunning(connection.id())) {
            chore.due(clock.instant()).ifPresent(chore::step);
        }
    }
}
