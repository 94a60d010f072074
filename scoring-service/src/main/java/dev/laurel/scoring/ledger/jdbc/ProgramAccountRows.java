package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Account;
import dev.laurel.scoring.ledger.Posting;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code program_account}: the general ledger. */
final class ProgramAccountRows {

    /** Rows in the order of their key, so that two batches never wait for each other in a ring. */
    private static final String ADD =
            """
            INSERT INTO program_account AS a
                (program, wallet, account, stripe, debits, credits, postings)
            SELECT program, wallet, account, stripe, debits, credits, postings
            FROM unnest(?, ?, ?, ?, ?, ?, ?)
                AS moved (program, wallet, account, stripe, debits, credits, postings)
            ON CONFLICT (program, wallet, account, stripe) DO UPDATE SET
                debits = a.debits + EXCLUDED.debits,
                credits = a.credits + EXCLUDED.credits,
                postings = a.postings + EXCLUDED.postings
            """;

    private record Key(String program, String wallet, String account, int stripe)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::program)
                        .thenComparing(Key::wallet)
                        .thenComparing(Key::account)
                        .thenComparingInt(Key::stripe);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Movement(Key key, BigDecimal debits, BigDecimal credits, long postings) {

        Movement plus(Movement other) {
            return new Movement(
                    key,
                    debits.add(other.debits),
                    credits.add(other.credits),
                    postings + other.postings);
        }
    }

    private final JdbcTemplate jdbc;

    ProgramAccountRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Posting> postings) {
        Map<Key, Movement> movements = new TreeMap<>();
        for (Posting posting : postings) {
            BigDecimal amount = BigDecimal.valueOf(posting.amount());
            add(movements, key(posting, posting.debit()), amount, BigDecimal.ZERO);
            add(movements, key(posting, posting.credit()), BigDecimal.ZERO, amount);
        }
        var rows = movements.values();
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        ADD,
                        Column.text(rows, row -> row.key().program()),
                        Column.text(rows, row -> row.key().wallet()),
                        Column.text(rows, row -> row.key().account()),
                        Column.int4(rows, row -> row.key().stripe()),
                        Column.numeric(rows, Movement::debits),
                        Column.numeric(rows, Movement::credits),
                        Column.int8(rows, Movement::postings)));
    }

    private static Key key(Posting posting, Account account) {
        return new Key(
                posting.member().program(), posting.wallet(), account.id(), posting.stripe());
    }

    private static void add(
            Map<Key, Movement> movements, Key key, BigDecimal debits, BigDecimal credits) {
        movements.merge(key, new Movement(key, debits, credits, 1), Movement::plus);
    }
}
