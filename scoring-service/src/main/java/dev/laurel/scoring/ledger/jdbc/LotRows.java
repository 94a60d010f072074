package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.bulkcopy.BulkCopy;
import dev.laurel.bulkcopy.CopyRows;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.Place;
import dev.laurel.scoring.lots.Shelf;
import dev.laurel.scoring.lots.jdbc.LotRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code lot}. */
final class LotRows {

    private static final String DUE =
            """
            SELECT l.* FROM unnest(?, ?, ?) AS wanted (program, member, wallet)
            JOIN lot l USING (program, member, wallet)
            WHERE l.due_at <= ?
            """;

    private static final String NAMED = "SELECT * FROM lot WHERE id = ANY (?)";

    private static final String UPDATE =
            """
            UPDATE lot l SET pending = now.pending, open = now.open, held = now.held,
                used = now.used, expired = now.expired, taken = now.taken, steps = now.steps,
                activates_at = now.activates_at, expires_at = now.expires_at
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS now (id, pending, open, held, used, expired, taken, steps,
                        activates_at, expires_at)
            WHERE l.id = now.id
            """;

    private static final BulkCopy<Row> COPY =
            new BulkCopy<>(
                    "lot",
                    """
                    id, program, member, wallet, given, earned_at, activates_at, expires_at,
                    pending, open, held, used, expired, taken, steps, until_event, sliding,
                    channel\
                    """,
                    LotRows::write);

    /** The binary form of a time that is later than all others. */
    private static final long INFINITY = Long.MAX_VALUE;

    private record Row(MemberWallet wallet, Lot lot) {}

    private final JdbcTemplate jdbc;

    LotRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose lot it is. */
    static MemberWallet wallet(ResultSet row) throws SQLException {
        return new MemberWallet(
                new Member(row.getString("program"), row.getString("member")),
                row.getString("wallet"));
    }

    /** Lots of wallets for which something is due. */
    Map<MemberWallet, List<Lot>> due(Collection<MemberWallet> wallets, Instant now) {
        Map<MemberWallet, List<Lot>> due = new HashMap<>();
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                DUE,
                                Column.text(wallets, wallet -> wallet.member().program()),
                                Column.text(wallets, wallet -> wallet.member().id()),
                                Column.text(wallets, MemberWallet::wallet),
                                Column.timestamp(now)),
                row -> {
                    add(due, wallet(row), LotRow.read(row));
                });
        return due;
    }

    /** Adds lots with these ids where they are not there yet. */
    void addNamed(Map<MemberWallet, List<Lot>> lots, Collection<UUID> ids) {
        jdbc.query(
                connection -> Column.prepare(connection, NAMED, Column.uuid(ids, effect -> effect)),
                row -> {
                    Lot lot = LotRow.read(row);
                    MemberWallet wallet = wallet(row);
                    List<Lot> known = lots.getOrDefault(wallet, List.of());
                    if (known.stream().noneMatch(other -> other.id().equals(lot.id()))) {
                        add(lots, wallet, lot);
                    }
                });
    }

    private static void add(Map<MemberWallet, List<Lot>> lots, MemberWallet wallet, Lot lot) {
        lots.computeIfAbsent(wallet, _ -> new ArrayList<>()).add(lot);
    }

    /** Keeps lots as they are now. */
    void keep(Map<MemberWallet, Shelf> shelves) {
        List<Row> fresh = new ArrayList<>();
        List<Lot> changed = new ArrayList<>();
        shelves.forEach((wallet, shelf) -> {
            for (Lot lot : shelf.changed()) {
                if (shelf.isNew(lot)) {
                    fresh.add(new Row(wallet, lot));
                } else {
                    changed.add(lot);
                }
            }
        });
        COPY.add(jdbc, fresh);
        if (!changed.isEmpty()) {
            update(changed);
        }
    }

    private void update(List<Lot> lots) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        UPDATE,
                        Column.uuid(lots, Lot::id),
                        Column.int8(lots, lot -> lot.in(Place.PENDING)),
                        Column.int8(lots, lot -> lot.in(Place.OPEN)),
                        Column.int8(lots, lot -> lot.in(Place.HELD)),
                        Column.int8(lots, lot -> lot.in(Place.USED)),
                        Column.int8(lots, lot -> lot.in(Place.EXPIRED)),
                        Column.int8(lots, lot -> lot.in(Place.TAKEN)),
                        Column.int4(lots, Lot::steps),
                        Column.limit(lots, lot -> lot.term().activates()),
                        Column.limit(lots, lot -> lot.term().expires())));
    }

    private static void write(Row row, CopyRows out) {
        Lot lot = row.lot();
        Member member = row.wallet().member();
        out.uuid(lot.id())
                .text(member.program())
                .text(member.id())
                .text(row.wallet().wallet())
                .int8(lot.given())
                .instant(lot.earned());
        if (lot.term().isActivating()) {
            out.instant(lot.term().activates());
        } else {
            out.int8(INFINITY);
        }
        out.instant(lot.term().expires())
                .int8(lot.in(Place.PENDING))
                .int8(lot.in(Place.OPEN))
                .int8(lot.in(Place.HELD))
                .int8(lot.in(Place.USED))
                .int8(lot.in(Place.EXPIRED))
                .int8(lot.in(Place.TAKEN))
                .int4(lot.steps())
                .text(lot.term().until())
                .bool(lot.term().sliding())
                .text(lot.channel());
    }
}
