package dev.laurel.scoring.spending.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.spending.Hold;
import dev.laurel.scoring.spending.Holds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHolds implements Holds {

    private final JdbcClient jdbc;

    JdbcHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Hold> find(String program, UUID id) {
        return jdbc.sql("SELECT * FROM hold WHERE id = ? AND program = ?")
                .params(id, program)
                .query(JdbcHolds::hold)
                .optional();
    }

    @Override
    public List<Hold> ofMember(Member member, Place after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM hold
                        WHERE program = ? AND member = ? AND (placed_at, id) < (?, ?)
                        ORDER BY placed_at DESC, id DESC
                        LIMIT ?
                        """)
                .params(member.program(), member.id(), utc(after.placedAt()), after.id(), limit)
                .query(JdbcHolds::hold)
                .list();
    }

    @Override
    public List<Hold> overdue(MemberWallet wallet, Instant now) {
        return jdbc.sql(
                        """
                        SELECT * FROM hold
                        WHERE program = ? AND member = ? AND wallet = ?
                          AND status = 'open' AND expires_at <= ?
                        ORDER BY expires_at, id
                        """)
                .params(wallet.member().program(), wallet.member().id(), wallet.wallet(), utc(now))
                .query(JdbcHolds::hold)
                .list();
    }

    @Override
    public List<Hold> overdue(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM hold
                        WHERE status = 'open' AND expires_at <= ?
                        ORDER BY expires_at, id
                        LIMIT ?
                        """)
                .params(utc(now), limit)
                .query(JdbcHolds::hold)
                .list();
    }

    @Override
    public void add(Hold hold) {
        jdbc.sql(
                        """
                        INSERT INTO hold (id, program, member, wallet, points, reference, channel,
                                          status, spent, refunded, placed_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(hold.id())
                .param(hold.member().program())
                .param(hold.member().id())
                .param(hold.wallet())
                .param(hold.points())
                .param(hold.reference())
                .param(hold.channel())
                .param(hold.status().label())
                .param(hold.spent())
                .param(hold.refunded())
                .param(utc(hold.placedAt()))
                .param(utc(hold.expiresAt()))
                .update();
    }

    @Override
    public void update(Hold hold) {
        Instant closedAt = hold.closedAt();
        jdbc.sql(
                        """
                        UPDATE hold SET status = ?, spent = ?, refunded = ?, closed_at = ?
                        WHERE id = ?
                        """)
                .param(hold.status().label())
                .param(hold.spent())
                .param(hold.refunded())
                .param(closedAt == null ? null : utc(closedAt))
                .param(hold.id())
                .update();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                new Member(row.getString("program"), row.getString("member")),
                row.getString("wallet"),
                row.getLong("points"),
                row.getString("reference"),
                row.getString("channel"),
                Hold.Status.valueOf(
                        row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getLong("spent"),
                row.getLong("refunded"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
