package dev.laurel.members.erasure.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.members.erasure.Erasure;
import dev.laurel.members.erasure.Erasures;
import dev.laurel.members.registry.MemberId;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases under the lock of the member's row, as members are changed. */
@Repository
class JdbcErasures implements Erasures {

    private static final String SELECT =
            "SELECT program, member, requested_at, taken_at, cleared_at FROM erasure ";

    /** What hangs on a member, all of which goes. */
    private static final List<String> TABLES =
            List.of("contact", "member_change", "consent_change");

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcErasures(
            JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Erasure erase(MemberId id) {
        transaction.executeWithoutResult(_ -> {
            if (!lockErased(id)) {
                takeAway(id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            // Also when asked for again: what was told late may have come behind it.
            forget(id);
        });
        return find(id).orElseThrow();
    }

    private boolean lockErased(MemberId id) {
        of(id, "INSERT INTO member (program, member) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .update();
        return of(id, "SELECT erased FROM member WHERE program = ? AND member = ? FOR UPDATE")
                .query(Boolean.class)
                .single();
    }

    private void takeAway(MemberId id, Instant now) {
        TABLES.forEach(table ->
                of(id, "DELETE FROM %s WHERE program = ? AND member = ?".formatted(table))
                        .update());
        jdbc.sql(
                        """
                        UPDATE member
                        SET revision = revision + 1, display_name = NULL, profile = '{}',
                            consents = '{}', erased = true, changed_at = ?
                        WHERE program = ? AND member = ?
                        """)
                .params(Timestamp.from(now), id.program(), id.member())
                .update();
        jdbc.sql("INSERT INTO erasure (requested_at, program, member) VALUES (?, ?, ?)")
                .params(Timestamp.from(now), id.program(), id.member())
                .update();
    }

    private void forget(MemberId id) {
        String key = new MemberKey(id.program(), id.member()).toString();
        outbox.append(List.of(OutboxRecord.tombstone(Topics.MEMBERS.name(), key.getBytes(UTF_8))));
    }

    @Override
    public Optional<Erasure> find(MemberId id) {
        return of(id, SELECT + "WHERE program = ? AND member = ?")
                .query(JdbcErasures::erasure)
                .optional();
    }

    @Override
    public List<Erasure> of(String program, String behind, int limit) {
        return jdbc.sql(SELECT + "WHERE program = ? AND member > ? ORDER BY member LIMIT ?")
                .params(program, behind, limit)
                .query(JdbcErasures::erasure)
                .list();
    }

    @Override
    public List<MemberId> untaken(int limit) {
        return jdbc
                .sql(SELECT + "WHERE taken_at IS NULL ORDER BY requested_at LIMIT ?")
                .param(limit)
                .query(JdbcErasures::erasure)
                .list()
                .stream()
                .map(Erasure::id)
                .toList();
    }

    @Override
    public void taken(Collection<MemberId> ids) {
        note("taken_at = coalesce(taken_at, ?)", ids);
    }

    @Override
    public void cleared(Collection<MemberId> ids) {
        note("cleared_at = coalesce(cleared_at, ?)", ids);
    }

    private void note(String what, Collection<MemberId> ids) {
        jdbc.sql(
                        """
                        UPDATE erasure SET %s
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        """
                                .formatted(what))
                .params(
                        Timestamp.from(clock.instant()),
                        column(ids, MemberId::program),
                        column(ids, MemberId::member))
                .update();
    }

    private static String[] column(Collection<MemberId> ids, Function<MemberId, String> part) {
        return ids.stream().map(part).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec of(MemberId id, String sql) {
        return jdbc.sql(sql).params(id.program(), id.member());
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                new MemberId(row.getString("program"), row.getString("member")),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("taken_at")),
                instant(row.getTimestamp("cleared_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
