package dev.laurel.scoring.status;

import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the ledger's books say, from totals that are a row per account and partition. All instances
 * say the same.
 *
 * <ul>
 *   <li>{@code laurel.ledger.sum}: over all accounts; anything but 0 is a defect
 *   <li>{@code laurel.ledger.points}: by program, wallet and {@code kind}, since the beginning:
 *       {@code issued}, {@code taken-back}, {@code spent} (refunds deducted), {@code expired}, and
 *       {@code owed}, what members have now
 *   <li>{@code laurel.budget.left}, {@code laurel.budget.amount}, {@code laurel.budget.short}: by
 *       program and budget, in points; the last is what awards asked for and did not get; of one
 *       that is filled anew, those of its latest period
 * </ul>
 */
@Component
class LedgerFigures implements FigureSource {

    private static final String POINTS =
            """
            SELECT program, wallet,
                   coalesce(sum(debits) FILTER (WHERE account LIKE 'issuance:%'), 0) AS issued,
                   coalesce(sum(credits) FILTER (WHERE account LIKE 'issuance:%'), 0) AS taken_back,
                   coalesce(sum(credits - debits) FILTER (WHERE account = 'spent'), 0) AS spent,
                   coalesce(sum(credits - debits) FILTER (WHERE account = 'expired'), 0) AS expired,
                   coalesce(sum(credits - debits)
                            FILTER (WHERE account IN ('member', 'pending', 'held')), 0) AS owed
            FROM program_account GROUP BY program, wallet
            """;

    private static final List<String> KINDS =
            List.of("issued", "taken_back", "spent", "expired", "owed");

    /** Of those that are filled anew only the latest, or there would be more figures every day. */
    private static final String BUDGETS =
            """
            SELECT DISTINCT ON (program, split_part(id, '@', 1))
                   program, split_part(id, '@', 1) AS id, amount,
                   greatest(amount - used, 0) AS remaining, short_points
            FROM budget
            ORDER BY program, split_part(id, '@', 1), budget.id DESC
            """;

    private final JdbcClient jdbc;
    private final LedgerTotals totals;

    LedgerFigures(JdbcClient jdbc, LedgerTotals totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    @Override
    public List<Figure> read() {
        double sum = totals.read().sum().doubleValue();
        return Stream.of(
                        Stream.of(new Figure("laurel.ledger.sum", Map.of(), sum)),
                        points(),
                        budgets())
                .flatMap(it -> it)
                .toList();
    }

    private Stream<Figure> points() {
        return jdbc
                .sql(POINTS)
                .query((row, _) -> {
                    String program = row.getString("program");
                    String wallet = row.getString("wallet");
                    Stream.Builder<Figure> figures = Stream.builder();
                    for (String kind : KINDS) {
                        Map<String, String> tags =
                                Map.of(
                                        "program", program,
                                        "wallet", wallet,
                                        "kind", kind.replace('_', '-'));
                        figures.add(new Figure("laurel.ledger.points", tags, row.getDouble(kind)));
                    }
                    return figures.build();
                })
                .list()
                .stream()
                .flatMap(it -> it);
    }

    private Stream<Figure> budgets() {
        return jdbc
                .sql(BUDGETS)
                .query((row, _) -> {
                    Map<String, String> tags =
                            Map.of(
                                    "program",
                                    row.getString("program"),
                                    "budget",
                                    row.getString("id"));
                    return Stream.of(
                            new Figure("laurel.budget.left", tags, row.getDouble("remaining")),
                            new Figure("laurel.budget.amount", tags, row.getDouble("amount")),
                            new Figure("laurel.budget.short", tags, row.getDouble("short_points")));
                })
                .list()
                .stream()
                .flatMap(it -> it);
    }
}
