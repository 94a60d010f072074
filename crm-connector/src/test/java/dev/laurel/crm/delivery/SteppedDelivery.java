package dev.laurel.crm.delivery;

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
import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.profiles.TierState;
import dev.laurel.crm.setup.FieldReport;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crms;
import dev.laurel.crm.vendor.Permits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A connection that no courier of the running service gets, as another instance has its lease, and
 * a courier of it that takes a step when the test says so: nothing is left to chance or waited for.
 */
public abstract class SteppedDelivery extends RunningCrmConnector {

    private static final Rhythm RHYTHM =
            new Rhythm(
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1));

    @Autowired private Connections connections;
    @Autowired private Crms crms;
    @Autowired private Deliveries deliveries;
    @Autowired private Profiles profiles;
    @Autowired private ProfileWatch watch;
    @Autowired private Consents consents;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private static final AtomicLong SEQUENCE = new AtomicLong();

    /** A moment ahead of the service's, so that what changed a moment ago has lingered already. */
    protected static final Clock AHEAD = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    /** A connection named crm with all fields that it writes to. */
    protected final Connection connect(
            String program, CrmKind kind, URI url, Map<String, String> secrets, Quota quota) {
        return connect(program, kind, url, secrets, quota, false);
    }

    /** The same to a sandbox of HubSpot that takes {@code key}, with the quota there is. */
    protected final Connection connectHubSpot(String program, URI url) {
        return connect(
                program,
                CrmKind.HUBSPOT,
                url,
                Map.of("serviceKey", "key"),
                Quota.of(CrmKind.HUBSPOT));
    }

    /**
     * A connection named crm with all fields that it writes to.
     *
     * @param makesContacts whether members whom the CRM does not have get a contact there
     */
    protected final Connection connect(
            String program,
            CrmKind kind,
            URI url,
            Map<String, String> secrets,
            Quota quota,
            boolean makesContacts) {
        Connection connection =
                new Connection(
                        new ConnectionId(program, "crm"),
                        kind,
                        url,
                        kind.defaultVersion(),
                        DefaultMapping.of(kind, List.of("stars"), List.of("daily")),
                        Inbound.NONE,
                        makesContacts,
                        quota,
                        false,
                        1,
                        Instant.EPOCH);
        Credentials credentials = new Credentials(secrets);
        transaction.executeWithoutResult(_ -> {
            connections.add(connection, credentials);
            jdbc.sql(
                            """
                            INSERT INTO connection_run
                                (program, connection, driver, leased_until, state)
                            VALUES (?, ?, 'the test', 'infinity', 'WORKING')
                            """)
                    .params(program, "crm")
                    .update();
        });
        Crm crm = crms.open(connection, credentials, Permits.FREE);
        Provisioning provisioning = new Provisioning(connection, crm);
        if (!(provisioning.provision() instanceof Answer.Given<?>)) {
            throw new AssertionError("Expected fields to be made.");
        }
        await().pollDelay(Duration.ZERO).until(() -> arePresent(provisioning.check()));
        return connection;
    }

    private static boolean arePresent(Answer<List<FieldReport>> answer) {
        return answer instanceof Answer.Given<List<FieldReport>>(List<FieldReport> fields, var _)
                && fields.stream().allMatch(it -> it.state() == FieldReport.State.PRESENT);
    }

    /**
     * The only courier of a connection.
     *
     * @param book says how members are found
     * @param chores what it does besides
     */
    protected final Courier courier(
            Connection connection, ContactBook book, Chores chores, Clock clock) {
        return courier(connection, book, chores, clock, UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param around what its CRM is wrapped in
     */
    protected final Courier courier(
            Connection connection,
            ContactBook book,
            Chores chores,
            Clock clock,
            UnaryOperator<Crm> around) {
        Calls calls = new Calls(connection, deliveries, RHYTHM, clock, () -> true);
        Crm crm =
                around.apply(
                        crms.open(connection, connections.credentials(connection.id()), calls));
        Errand errand =
                new Errand(
                        connection,
                        crm,
                        calls,
                        deliveries,
                        profiles,
                        consents,
                        book,
                        new Backoff(RHYTHM.firstRetry(), Duration.ofMinutes(10), () -> 0.5),
                        clock);
        return new Courier(
                connection.id(),
                deliveries,
                calls,
                RHYTHM,
                errand,
                chores.of(connection, crm, calls),
                new Provisioning(connection, crm)::check,
                clock,
                () -> true,
                failure -> {
                    throw new AssertionError(failure);
                });
    }

    /** Takes steps until there is nothing to do at this time, and says how many. */
    protected static int work(Courier courier) {
        int steps = 0;
        while (courier.step(Runnable::run)) {
            steps++;
        }
        return steps;
    }

    protected final void consent(String program, Collection<String> members) {
        consent(program, members, true);
    }

    protected final void consent(String program, Collection<String> members, boolean given) {
        transaction.executeWithoutResult(_ ->
                consents.tell(
                        members.stream()
                                .map(it ->
                                        new ConsentNews(
                                                new Member(program, it),
                                                given,
                                                Mark.ofOffset(0, SEQUENCE.incrementAndGet())))
                                .toList()));
    }

    protected final void book(String program, Collection<String> members, long points) {
        tell(Part.WALLETS, program, members, Map.of("stars", new Balance(points, points)));
    }

    protected final void rise(String program, Collection<String> members, String tier) {
        tell(Part.TIER, program, members, Map.of(TierState.ONLY, new TierState(tier, null, null)));
    }

    private <T> void tell(
            Part<T> part, String program, Collection<String> members, Map<String, T> entries) {
        List<Member> who = members.stream().map(it -> new Member(program, it)).toList();
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    part,
                    who.stream()
                            .map(it ->
                                    new News<>(
                                            it,
                                            Mark.ofSequence(SEQUENCE.incrementAndGet()),
                                            entries,
                                            null))
                            .toList());
            watch.changed(part, who);
        });
    }
}
