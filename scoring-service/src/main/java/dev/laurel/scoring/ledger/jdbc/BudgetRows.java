package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.budgets.BudgetKey;
import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.budgets.jdbc.FundRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code budget}. */
final class BudgetRows {

    /** In the order of the key, so that two batches never wait for each other in a ring. */
    private static final String LOCK =
            """
            INSERT INTO budget AS b (program, id, wallet)
            SELECT program, id, wallet FROM unnest(?, ?, ?) AS wanted (program, id, wallet)
            ORDER BY program, id
            ON CONFLICT (program, id) DO UPDATE SET used = b.used
            RETURNING program, id, wallet, amount, version, used, ceiling, told,
                short_awards, short_points
            """;

    private static final String KEEP =
            """
            UPDATE budget b SET amount = now.amount, version = now.version, used = now.used,
                ceiling = now.ceiling, told = now.told, short_awards = now.short_awards,
                short_points = now.short_points
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS now (program, id, amount, version, used, ceiling, told, short_awards,
                        short_points)
            WHERE b.program = now.program AND b.id = now.id
            """;

    private final JdbcTemplate jdbc;

    BudgetRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks budgets, new ones too, until the transaction ends.
     *
     * @param wanted their wallets, in the order of the keys
     */
    Map<BudgetKey, Fund> lock(Map<BudgetKey, String> wanted) {
        Map<BudgetKey, Fund> funds = new HashMap<>();
        if (wanted.isEmpty()) {
            return funds;
        }
        Collection<Entry<BudgetKey, String>> rows = wanted.entrySet();
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                LOCK,
                                Column.text(rows, row -> row.getKey().program()),
                                Column.text(rows, row -> row.getKey().id()),
                                Column.text(rows, Entry::getValue)),
                row -> {
                    funds.put(
                            new BudgetKey(row.getString("program"), row.getString("id")),
                            FundRow.read(row));
                });
        return funds;
    }

    /** Keeps budgets as they are now. */
    void keep(Map<BudgetKey, Fund> funds) {
        if (funds.isEmpty()) {
            return;
        }
        Collection<Entry<BudgetKey, Fund>> rows = funds.entrySet();
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        KEEP,
                        Column.text(rows, row -> row.getKey().program()),
                        Column.text(rows, row -> row.getKey().id()),
                        Column.int8(rows, row -> row.getValue().amount()),
                        Column.int4(rows, row -> row.getValue().version()),
                        Column.int8(rows, row -> row.getValue().used()),
                        Column.int8(rows, row -> row.getValue().ceiling()),
                        Column.int4(rows, row -> row.getValue().told()),
                        Column.int8(rows, row -> row.getValue().shortAwards()),
                        Column.int8(rows, row -> row.getValue().shortPoints())));
    }
}
