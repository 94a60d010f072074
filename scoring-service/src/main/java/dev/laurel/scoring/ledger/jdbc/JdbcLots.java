package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.lots.Activity;
import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.LotSource;
import dev.laurel.scoring.lots.Part;
import dev.laurel.scoring.lots.jdbc.LotRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lots of one wallet, read when they are asked for. */
final class JdbcLots implements LotSource {

    /** Open lots are due at their ends, others at their activation, which is passed over. */
    private static final String OPEN =
            """
            SELECT * FROM lot
            WHERE program = ? AND member = ? AND wallet = ?
              AND due_at IS NOT NULL AND (due_at, id) > (?, ?) AND open > 0
            ORDER BY due_at, id
            LIMIT ?
            """;

    private static final String EXPIRED_SINCE =
            """
            SELECT * FROM lot
            WHERE program = ? AND member = ? AND wallet = ?
              AND expired > 0 AND (expires_at, id) > (?, ?)
            ORDER BY expires_at, id
            LIMIT ?
            """;

    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final MemberWallet wallet;

    private final @Nullable List<Activity.Run> activity;

    /**
     * @param activity when the member was active, {@code null} to ask when that matters
     */
    JdbcLots(JdbcTemplate jdbc, MemberWallet wallet, @Nullable List<Activity.Run> activity) {
        this.jdbc = jdbc;
        this.wallet = wallet;
        this.activity = activity;
    }

    @Override
    public List<Activity.Run> activity() {
        return activity != null
                ? activity
                : jdbc.query(
                        "SELECT * FROM activity_run WHERE program = ? AND member = ? AND wallet = ?",
                        (row, _) -> ActivityRows.read(row),
                        wallet.member().program(),
                        wallet.member().id(),
                        wallet.wallet());
    }

    @Override
    public List<Lot> open(@Nullable Lot after, int limit) {
        return jdbc.query(
                OPEN,
                (row, _) -> LotRow.read(row),
                wallet.member().program(),
                wallet.member().id(),
                wallet.wallet(),
                after == null ? OffsetDateTime.MIN : end(after),
                after == null ? FIRST : after.id(),
                limit);
    }

    private static OffsetDateTime end(Lot lot) {
        Instant expires = lot.term().expires();
        return expires == null ? OffsetDateTime.MAX : expires.atOffset(ZoneOffset.UTC);
    }

    @Override
    public List<Lot> expiredSince(Instant at, @Nullable Lot after, int limit) {
        return jdbc.query(
                EXPIRED_SINCE,
                (row, _) -> LotRow.read(row),
                wallet.member().program(),
                wallet.member().id(),
                wallet.wallet(),
                after == null ? at.atOffset(ZoneOffset.UTC) : end(after),
                after == null ? LAST : after.id(),
                limit);
    }

    @Override
    public List<Lot> find(Collection<UUID> ids) {
        return jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                "SELECT * FROM lot WHERE id = ANY (?)",
                                Column.uuid(ids, id -> id)),
                (row, _) -> LotRow.read(row));
    }

    @Override
    public List<Part> parts(UUID hold) {
        return jdbc.query(
                "SELECT * FROM hold_part WHERE hold = ? ORDER BY number",
                (row, _) ->
                        new Part(
                                row.getObject("lot", UUID.class),
                                row.getLong("points"),
                                row.getLong("spent"),
                                row.getLong("returned"),
                                row.getLong("refunded")),
                hold);
    }
}
