package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.lots.Activity;
import dev.laurel.scoring.lots.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code activity_run}. */
final class ActivityRows {

    private static final String OF =
            """
            SELECT r.* FROM unnest(?, ?, ?) AS wanted (program, member, wallet)
            JOIN activity_run r USING (program, member, wallet)
            """;

    private static final String REMOVE =
            """
            DELETE FROM activity_run r
            USING unnest(?, ?, ?, ?) AS gone (program, member, wallet, since)
            WHERE (r.program, r.member, r.wallet, r.since)
                = (gone.program, gone.member, gone.wallet, gone.since)
            """;

    private static final String KEEP =
            """
            INSERT INTO activity_run (program, member, wallet, since, until)
            SELECT * FROM unnest(?, ?, ?, ?, ?)
            ON CONFLICT (program, member, wallet, since) DO UPDATE SET until = excluded.until
            """;

    private record Row(MemberWallet wallet, Activity.Run run) {}

    private final JdbcTemplate jdbc;

    ActivityRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Activity.Run read(ResultSet row) throws SQLException {
        return new Activity.Run(
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    /** Spans by wallet, none for those without any. */
    Map<MemberWallet, List<Activity.Run>> of(Collection<MemberWallet> wallets) {
        Map<MemberWallet, List<Activity.Run>> runs = new HashMap<>();
        wallets.forEach(wallet -> runs.put(wallet, new ArrayList<>()));
        if (wallets.isEmpty()) {
            return runs;
        }
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                OF,
                                Column.text(wallets, wallet -> wallet.member().program()),
                                Column.text(wallets, wallet -> wallet.member().id()),
                                Column.text(wallets, MemberWallet::wallet)),
                row -> {
                    runs.computeIfAbsent(LotRows.wallet(row), _ -> new ArrayList<>())
                            .add(read(row));
                });
        return runs;
    }

    /** Keeps spans as they are now. */
    void keep(Map<MemberWallet, Shelf> shelves) {
        List<Row> changed = new ArrayList<>();
        List<Row> gone = new ArrayList<>();
        shelves.forEach((wallet, shelf) -> {
            Activity activity = shelf.known();
            if (activity != null) {
                activity.changed().forEach(run -> changed.add(new Row(wallet, run)));
                for (Instant since : activity.gone()) {
                    gone.add(new Row(wallet, new Activity.Run(since, since)));
                }
            }
        });
        update(REMOVE, gone, false);
        update(KEEP, changed, true);
    }

    private void update(String sql, List<Row> rows, boolean ends) {
        if (rows.isEmpty()) {
            return;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(rows, row -> row.wallet().member().program()));
        columns.add(Column.text(rows, row -> row.wallet().member().id()));
        columns.add(Column.text(rows, row -> row.wallet().wallet()));
        columns.add(Column.instant(rows, row -> row.run().since()));
        if (ends) {
            columns.add(Column.instant(rows, row -> row.run().until()));
        }
        jdbc.update(connection -> Column.prepare(connection, sql, columns.toArray(Column[]::new)));
    }
}
