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

    private final JdbcClient jdbc;
    private final LedgerTotals totals;

    LedgerFigures(JdbcClient jdbc, LedgerTotals totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    @Override
    public List<Figure> read() {
        double sum = totals.read().sum().doubleValue();
        return Stream.concat(Stream.of(new Figure("laurel.ledger.sum", Map.of(), sum)), points())
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
}
