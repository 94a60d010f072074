package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Account;
import dev.laurel.scoring.ledger.Posting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code account_day}: what accounts moved per day of event and of booking. */
final class AccountDayRows {

    /** Rows in the order of their key, so that two batches never wait for each other in a ring. */
    private static final String ADD =
            """
            INSERT INTO account_day AS a
                (program, wallet, account, effective_day, local_date, recorded_day, stripe,
                 channel, debits, credits, postings)
            SELECT *
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT
                (program, effective_day, wallet, account, local_date, recorded_day, stripe,
                 channel)
            DO UPDATE SET
                debits = a.debits + EXCLUDED.debits,
                credits = a.credits + EXCLUDED.credits,
                postings = a.postings + EXCLUDED.postings
            """;

    private record Key(
            String program,
            String wallet,
            String account,
            LocalDate effectiveDay,
            LocalDate localDate,
            LocalDate recordedDay,
            int stripe,
            String channel) {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::program)
                        .thenComparing(Key::effectiveDay)
                        .thenComparing(Key::wallet)
                        .thenComparing(Key::account)
                        .thenComparing(Key::localDate)
                        .thenComparing(Key::recordedDay)
                        .thenComparingInt(Key::stripe)
                        .thenComparing(Key::channel);
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

    AccountDayRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Posting> postings) {
        Map<Key, Movement> movements = new HashMap<>();
        for (Posting posting : postings) {
            BigDecimal amount = BigDecimal.valueOf(posting.amount());
            add(movements, key(posting, posting.debit()), amount, BigDecimal.ZERO);
            add(movements, key(posting, posting.credit()), BigDecimal.ZERO, amount);
        }
        List<Movement> rows =
                movements.values().stream()
                        .sorted(Comparator.comparing(Movement::key, Key.ORDER))
                        .toList();
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        ADD,
                        Column.text(rows, row -> row.key().program()),
                        Column.text(rows, row -> row.key().wallet()),
                        Column.text(rows, row -> row.key().account()),
                        Column.date(rows, row -> row.key().effectiveDay()),
                        Column.date(rows, row -> row.key().localDate()),
                        Column.date(rows, row -> row.key().recordedDay()),
                        Column.int4(rows, row -> row.key().stripe()),
                        Column.text(rows, row -> row.key().channel()),
                        Column.numeric(rows, Movement::debits),
                        Column.numeric(rows, Movement::credits),
                        Column.int8(rows, Movement::postings)));
    }

    private static Key key(Posting posting, Account account) {
        return new Key(
                posting.member().program(),
                posting.wallet(),
                account.id(),
                day(posting.origin().time()),
                posting.origin().localDate(),
                day(posting.recordedAt()),
                posting.stripe(),
                Objects.requireNonNullElse(posting.origin().channel(), ""));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void add(
            Map<Key, Movement> movements, Key key, BigDecimal debits, BigDecimal credits) {
        movements.merge(key, new Movement(key, debits, credits, 1), Movement::plus);
    }
}
