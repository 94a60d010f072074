package dev.laurel.crm.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.consent.ConsentNews;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.ContactBook;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Standing;
import dev.laurel.crm.delivery.Standings;
import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crms;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.SandboxServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members change while the CRM fails in every way it can and is down for a while, and the connector
 * is killed three times. With {@code -Dlaurel.crm.fault-run.changes=20000} it takes longer.
 */
class FaultRunIT extends RunningCrmConnector {

    private static final int CHANGES = Integer.getInteger("laurel.crm.fault-run.changes", 1_200);
    private static final int MEMBERS = Math.max(100, CHANGES / 40);
    private static final int AT_ONCE = Math.max(5, CHANGES / 60);
    private static final long SEED = 20_261_123;
    private static final int KILLS = 3;

    private static final Tenure TENURE = new Tenure(Duration.ofSeconds(2), Duration.ofSeconds(1));

    @Autowired private Couriers served;
    @Autowired private Connections connections;
    @Autowired private Crms crms;
    @Autowired private Profiles profiles;
    @Autowired private ProfileWatch watch;
    @Autowired private Standings standings;
    @Autowired private Deliveries deliveries;
    @Autowired private Consents consents;
    @Autowired private ContactBook book;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private TransactionTemplate transaction;

    private long sequence;

    @BeforeEach
    void leaveItToTheMortal() {
        served.stop();
    }

    @AfterEach
    void goOn() {
        served.start();
    }

    @ParameterizedTest
    @EnumSource(FaultyCrm.class)
    void atTheEndEveryContactEqualsItsMember(FaultyCrm kind) throws Exception {
        // Given
        FaultyCrm.Sandbox sandbox = kind.make();
        try (SandboxServer server = new SandboxServer(sandbox.vendor(), 0)) {
            Connection connection = connect(kind, sandbox, server);
            Quota quota = kind.quota();
            // More than ours: it counts when a request arrives, and not when it is let out.
            int most = quota.callsPerWindow() * 3 / 2;
            Allowance window = sandbox.window();
            if (window != null) {
                window.allow(most, quota.window());
            }
            long before = server.statistics().calls();
            server.statistics().density().watch(quota.window());
            List<String> contacts = contacts(sandbox.contacts(), kind, connection.id().program());
            consent(connection.id().program());
            server.faults().weather(SEED, 0.25, kind.weather());

            // When
            MortalInstance.Parts parts =
                    new MortalInstance.Parts(
                            connections, crms, deliveries, profiles, consents, book, jdbc, clock);
            MortalInstance instance = MortalInstance.born(parts, TENURE);
            Random random = new Random(SEED);
            for (int change = 1; change <= CHANGES; change++) {
                book(connection.id().program(), random.nextInt(MEMBERS), change);
                if (change % AT_ONCE == 0) {
                    await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                }
                if (change % (CHANGES / 4) == 0 && change < CHANGES) {
                    awaitSomethingUnderWay(server);
                    server.faults().down(change == CHANGES / 2);
                    instance.kill();
                    instance = MortalInstance.born(parts, TENURE);
                }
            }
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            server.faults().down(false);
            awaitNothingPending(connection.id());
            instance.kill();

            // Then
            assertThat(differences(connection, sandbox.contacts(), contacts)).isEmpty();
            Standing standing = standing(connection.id());
            assertThat(standing.failures()).isEmpty();
            assertThat(standing.unlinked()).isEmpty();
            assertThat(standing.linked()).isEqualTo(MEMBERS);
            if (window != null) {
                assertThat(window.refused()).as("calls beyond the quota").isZero();
            }
            assertThat(server.statistics().density().most())
                    .as("requests within %s", quota.window())
                    .isLessThanOrEqualTo(most);
            assertEachWasCounted(connection.id(), quota, server.statistics().calls() - before);
            assertThat(server.statistics().busiest()).isLessThanOrEqualTo(quota.concurrency());
            assertThat(sandbox.contacts().size()).isEqualTo(MEMBERS);
            connections.remove(connection.id(), 1);
        }
    }

    private Connection connect(FaultyCrm kind, FaultyCrm.Sandbox sandbox, SandboxServer server) {
        ConnectionId id = new ConnectionId("faults-" + kind.kind().id(), "crm");
        publish(id.program());
        Credentials credentials = sandbox.credentials(server.url());
        Connection connection =
                new Connection(
                        id,
                        kind.kind(),
                        server.url(),
                        kind.kind().defaultVersion(),
                        DefaultMapping.of(kind.kind(), List.of("stars"), List.of()),
                        Inbound.NONE,
                        false,
                        kind.quota(),
                        false,
                        1,
                        Instant.EPOCH);
        assertThat(connections.add(connection, credentials)).isTrue();
        assertThat(
                        new Provisioning(
                                        connection,
                                        crms.open(connection, credentials, Permits.FREE))
                                .provision())
                .isInstanceOf(Answer.Given.class);
        return connection;
    }

    /** Once; those that an instance had counted when it was killed may not have been sent. */
    private void assertEachWasCounted(ConnectionId id, Quota quota, long requests) {
        long counted =
                jdbc.sql("SELECT sum(calls) FROM call_count WHERE program = ? AND connection = ?")
                        .params(id.program(), id.name())
                        .query(Long.class)
                        .single();
        assertThat(counted).as("counted of %d requests", requests).isGreaterThanOrEqualTo(requests);
        if (connectedTo(id).kind() != CrmKind.DYNAMICS) {
            assertThat(counted)
                    .as("counted of %d requests", requests)
                    .isLessThanOrEqualTo(requests + KILLS * (quota.concurrency() + 1L));
        }
    }

    private Connection connectedTo(ConnectionId id) {
        return connections.find(id).orElseThrow();
    }

    private static List<String> contacts(Contacts contacts, FaultyCrm kind, String program)
            throws Contacts.Taken {
        List<String> ids = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            String email = "m%d@example.com".formatted(member);
            REGISTRY.add(program, "m" + member, email);
            ids.add(contacts.create(Map.of(kind.emailField(), email)).id());
        }
        return ids;
    }

    private void consent(String program) {
        transaction.executeWithoutResult(_ ->
                consents.tell(
                        IntStream.range(0, MEMBERS)
                                .mapToObj(it ->
                                        new ConsentNews(
                                                new Member(program, "m" + it),
                                                true,
                                                Mark.ofOffset(0, it)))
                                .toList()));
    }

    private void book(String program, int member, long points) {
        Member who = new Member(program, "m" + member);
        // Up and down again, so that a value which was acknowledged before may come back.
        Balance balance = new Balance(points / MEMBERS % 2, points / MEMBERS % 3);
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    Part.WALLETS,
                    List.of(
                            new News<>(
                                    who,
                                    Mark.ofSequence(++sequence),
                                    Map.of("stars", balance),
                                    null)));
            watch.changed(Part.WALLETS, List.of(who));
        });
    }

    /** So that the kill comes in the middle of something, where there is a chance of it. */
    private static void awaitSomethingUnderWay(SandboxServer server) {
        long before = server.statistics().calls();
        await().atMost(Duration.ofSeconds(20)).until(() -> server.statistics().calls() > before);
    }

    private void awaitNothingPending(ConnectionId id) {
        await().atMost(Duration.ofSeconds(60 + CHANGES / 50))
                .untilAsserted(() ->
                        assertThat(standing(id).pending().values())
                                .as(standing(id).toString())
                                .isEmpty());
    }

    private Standing standing(ConnectionId id) {
        return standings.standing(id, LocalDate.now(ZoneOffset.UTC));
    }

    /** Field by field; the profile's version goes along with others only, and may be behind. */
    private List<String> differences(
            Connection connection, Contacts contacts, List<String> contactIds) {
        List<String> differences = new ArrayList<>();
        String version =
                connection.mapping().fields().stream()
                        .filter(it -> !it.field().isNews())
                        .map(it -> it.target())
                        .findFirst()
                        .orElseThrow();
        for (int member = 0; member < MEMBERS; member++) {
            String id = "m" + member;
            Profile profile =
                    profiles.find(new Member(connection.id().program(), id)).orElseThrow();
            Contacts.Contact contact = contacts.find(contactIds.get(member)).orElseThrow();
            connection
                    .mapping()
                    .snapshot(profile)
                    .forEach((field, value) -> {
                        if (!field.equals(version) && !contact.value(field).equals(value)) {
                            differences.add(
                                    "%s.%s is '%s' instead of '%s'"
                                            .formatted(id, field, contact.value(field), value));
                        }
                    });
            if (!contact.value(connection.mapping().key()).equals(id)) {
                differences.add(id + " has no key");
            }
        }
        return differences;
    }
}
