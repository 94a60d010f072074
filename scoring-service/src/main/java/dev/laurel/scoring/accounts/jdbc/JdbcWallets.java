package dev.laurel.scoring.accounts.jdbc;

import dev.laurel.scoring.accounts.OpenLot;
import dev.laurel.scoring.accounts.Wallet;
import dev.laurel.scoring.lots.Flow;
import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.LotSource;
import dev.laurel.scoring.lots.Shelf;
import dev.laurel.scoring.lots.Side;
import dev.laurel.scoring.lots.jdbc.LotRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads wallets as they are now: what is due is reckoned, whether or not it is booked. */
@Component
class JdbcWallets {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWallets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Wallet> of(String program, String member) {
        Instant now = clock.instant();
        Map<String, List<Lot>> due =
                due(program, member, now).stream()
                        .collect(
                                Collectors.groupingBy(
                                        OpenLot::wallet,
                                        Collectors.mapping(OpenLot::lot, Collectors.toList())));
        Map<String, Wallet.Expiring> next = next(program, member, now);
        return jdbc.sql(
                        """
                        SELECT wallet, balance, pending, held, earned
                        FROM member_account
                        WHERE program = ? AND member = ?
                        ORDER BY wallet
                        """)
                .params(program, member)
                .query((row, _) -> {
                    String wallet = row.getString("wallet");
                    long pending = row.getLong("pending");
                    Shelf shelf =
                            new Shelf(
                                    now,
                                    row.getLong("balance"),
                                    true,
                                    due.getOrDefault(wallet, List.of()),
                                    LotSource.NONE);
                    for (Flow flow : shelf.settle()) {
                        pending -= flow.from() == Side.PENDING ? flow.points() : 0;
                    }
                    return new Wallet(
                            wallet,
                            shelf.available(),
                            pending,
                            row.getLong("held"),
                            row.getLong("earned"),
                            next.get(wallet));
                })
                .list();
    }

    private List<OpenLot> due(String program, String member, Instant now) {
        return jdbc.sql("SELECT * FROM lot_now WHERE program = ? AND member = ? AND due_at <= ?")
                .params(program, member, utc(now))
                .query((row, _) -> new OpenLot(row.getString("wallet"), LotRow.read(row)))
                .list();
    }

    private Map<String, Wallet.Expiring> next(String program, String member, Instant now) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT ON (wallet)
                               wallet, expires_at, sum(pending + open)::bigint AS points
                        FROM lot_now
                        WHERE program = ? AND member = ? AND due_at IS NOT NULL AND expires_at > ?
                        GROUP BY wallet, expires_at
                        ORDER BY wallet, expires_at
                        """)
                .params(program, member, utc(now))
                .query((row, _) ->
                        Map.entry(
                                row.getString("wallet"),
                                new Wallet.Expiring(
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("points"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
