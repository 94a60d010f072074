package dev.laurel.crm.delivery.jdbc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.consent.ConsentWatch;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Due;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Settlement;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SettlementsIT extends RunningCrmConnector {

    private static final int ROUNDS = 60;

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private ProfileWatch watch;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ConsentWatch consents;
    @Autowired private JdbcClient jdbc;

    /** As one import can say of two members, who are due together. */
    @Test
    void aContactIsLinkedToOneOfTwoMembers() {
        // Given
        ConnectionId connection = connect("same-contact");
        transaction.executeWithoutResult(_ ->
                watch.changed(
                        Part.WALLETS,
                        Stream.of("ann", "bob", "cid")
                                .map(it -> new Member("same-contact", it))
                                .toList()));

        // When
        Set<String> linked =
                deliveries.link(connection, Map.of("bob", "c-1", "ann", "c-1", "cid", "c-2"));

        // Then
        assertThat(linked).containsExactlyInAnyOrder("ann", "cid");
        assertThat(deliveries.link(connection, Map.of("bob", "c-1"))).isEmpty();
    }

    /** What was tried in vain before was another thing. */
    @Test
    void whatBecameUrgentOnTheWayIsDueAtOnceAndHasAllItsAttempts() {
        // Given
        ConnectionId connection = connect("withdrawn");
        Member ann = new Member("withdrawn", "ann");
        transaction.executeWithoutResult(_ -> watch.changed(Part.WALLETS, List.of(ann)));
        for (int i = 0; i < 3; i++) {
            retried(connection, version("ann"));
        }
        long before = version("ann");

        // When
        consents.changed(List.of(ann), true);
        retried(connection, before);

        // Then
        Map<String, @Nullable Object> due =
                jdbc.sql(
                                """
                                SELECT attempts, lane, due_at < timestamptz '2100-01-01' AS soon
                                FROM pending WHERE program = 'withdrawn' AND member = 'ann'
                                """)
                        .query()
                        .singleRow();
        assertThat(due)
                .containsEntry("attempts", 0)
                .containsEntry("lane", Lane.URGENT.code())
                .containsEntry("soon", true);
    }

    private long version(String member) {
        return jdbc.sql("SELECT version FROM pending WHERE program = 'withdrawn' AND member = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    private void retried(ConnectionId connection, long version) {
        deliveries.settle(
                connection,
                List.of(
                        new Settlement.Retry(
                                new Due("ann", version, Lane.ROUTINE, 0, 0),
                                Instant.parse("2111-01-01T00:00:00Z"),
                                "again")),
                Instant.EPOCH);
    }

    /** In whatever order members became due. */
    @Test
    void settlingAndNotingChangesNeverWaitForEachOther() {
        // Given
        ConnectionId connection = connect("settlements");
        List<Member> members =
                IntStream.range(0, 300)
                        .mapToObj(it -> new Member("settlements", "m%03d".formatted(it)))
                        .toList();
        transaction.executeWithoutResult(_ -> watch.changed(Part.WALLETS, members));

        // When
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> changes =
                    thread.submit(() -> {
                        for (int round = 0; round < ROUNDS; round++) {
                            transaction.executeWithoutResult(
                                    _ -> watch.changed(Part.WALLETS, members));
                        }
                    });
            Random random = new Random(1);
            for (int round = 0; round < ROUNDS; round++) {
                List<Settlement> ended = new ArrayList<>();
                Map<String, Long> rows = rows("settlements");
                for (Member member : members) {
                    // Changed again since, so that its row stays.
                    long before = rows.getOrDefault(member.id(), 0L);
                    Due due = new Due(member.id(), before, Lane.ROUTINE, 0, 0);
                    ended.add(
                            random.nextBoolean()
                                    ? new Settlement.Delivered(due, Map.of(), false)
                                    : new Settlement.Retry(due, Instant.EPOCH, "again"));
                }
                Collections.shuffle(ended, random);
                deliveries.settle(connection, ended, Instant.EPOCH);
            }

            // Then
            assertThatCode(changes::get).doesNotThrowAnyException();
        }
        connections.remove(connection, 1);
    }

    /** The versions before the first ones of the rows, by member. */
    private Map<String, Long> rows(String program) {
        return jdbc
                .sql("SELECT member, version FROM pending WHERE program = ?")
                .param(program)
                .query((row, _) ->
                        Map.entry(
                                row.getString("member"),
                                row.getLong("version") / 1_000_000 * 1_000_000))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ConnectionId connect(String program) {
        ConnectionId id = new ConnectionId(program, "crm");
        connections.add(
                new Connection(
                        id,
                        CrmKind.HUBSPOT,
                        URI.create("http://127.0.0.1:1"),
                        CrmKind.HUBSPOT.defaultVersion(),
                        DefaultMapping.of(CrmKind.HUBSPOT, List.of(), List.of()),
                        Inbound.NONE,
                        false,
                        Quota.of(CrmKind.HUBSPOT),
                        true,
                        1,
                        Instant.EPOCH),
                new Credentials(Map.of("serviceKey", "key")));
        return id;
    }
}
