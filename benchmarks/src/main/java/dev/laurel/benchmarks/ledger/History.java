package dev.laurel.benchmarks.ledger;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of postings as they would be after a year: a hundred for each member, spread evenly, a
 * thousand to a batch, with all indexes, balances, and totals per day. Made within the database.
 *
 * @param postings how many, at least a thousand
 */
record History(long postings) {

    static final String PROGRAM = "bench-club";
    static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final int POSTINGS_OF_A_MEMBER = 100;
    private static final long AT_ONCE = 5_000_000;

    History {
        if (postings < 1_000) {
            throw new IllegalArgumentException(
                    "Expected 1,000 postings or more, but it was %d.".formatted(postings));
        }
    }

    long members() {
        return Math.max(1, postings / POSTINGS_OF_A_MEMBER);
    }

    /** Makes it unless it is there already. */
    void make(JdbcClient jdbc, TransactionTemplate transactions, PrintWriter out) {
        if (jdbc.sql("SELECT EXISTS (SELECT FROM posting)").query(Boolean.class).single()) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            run(jdbc, "SET LOCAL session_replication_role = replica");
            run(jdbc, "SET LOCAL maintenance_work_mem = '1GB'");
            run(jdbc, "SET LOCAL work_mem = '256MB'");
            Indexes indexes = Indexes.dropped(jdbc, "posting");
            for (long from = 0; from < postings; from += AT_ONCE) {
                long to = Math.min(postings, from + AT_ONCE) - 1;
                run(jdbc, rows(from, to));
                out.printf(Locale.ROOT, "%,d of %,d postings%n", to + 1, postings);
                out.flush();
            }
            indexes.create(jdbc);
            totals(jdbc);
        });
        run(jdbc, "VACUUM ANALYZE");
        run(jdbc, "CHECKPOINT");
    }

    private String rows(long from, long to) {
        return """
        INSERT INTO posting
            (id, program, member, sequence, wallet, debit, credit, amount, balance_after,
             earned_after, cause_kind, cause_id, decision, version, event_source, event_id,
             event_time, local_date, recorded_at, link, digest)
        SELECT md5('history' || i)::uuid, '%1$s', 'member-' || i %% %2$d, i / %2$d + 1,
               'stars', 'issuance:rule:rule-' || i / 7 %% 10, 'member', 10,
               10 * (i / %2$d + 1), 10 * (i / %2$d + 1), 'rule', 'rule-' || i / 7 %% 10,
               md5('decision' || i / 2)::uuid, 3, '/shop', 'history-' || i, t.time,
               t.time::date, t.time + interval '2 seconds', i / 1000 + 1, 0
        FROM generate_series(%3$d::bigint, %4$d) AS i
        CROSS JOIN LATERAL (
            SELECT timestamptz '%5$s' + interval '1 second' * (%6$d * (i / 1000 * 1000) / %7$d)
                AS time
        ) AS t
        """
                .formatted(
                        PROGRAM,
                        members(),
                        from,
                        to,
                        BEGINNING,
                        Duration.between(BEGINNING, END).toSeconds(),
                        postings);
    }

    private static void totals(JdbcClient jdbc) {
        run(
                jdbc,
                """
                INSERT INTO member_sequence
                SELECT program, member, max(sequence) FROM posting GROUP BY 1, 2
                """);
        run(
                jdbc,
                """
                INSERT INTO member_account (program, member, wallet, balance, earned)
                SELECT program, member, wallet, sum(amount), sum(amount)
                FROM posting GROUP BY 1, 2, 3
                """);
        run(
                jdbc,
                """
                INSERT INTO account_day
                    (program, wallet, account, effective_day, local_date, recorded_day, stripe,
                     debits, credits, postings)
                SELECT program, wallet, side.account, event_time::date, local_date,
                       recorded_at::date, 0, sum(side.debit), sum(side.credit), count(*)
                FROM posting
                CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
                    AS side (account, debit, credit)
                GROUP BY 1, 2, 3, 4, 5, 6
                """);
        run(
                jdbc,
                """
                INSERT INTO program_account
                    (program, wallet, account, stripe, debits, credits, postings)
                SELECT program, wallet, account, 0, sum(debits), sum(credits), sum(postings)
                FROM account_day GROUP BY 1, 2, 3
                """);
    }

    private static void run(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).update();
    }
}
