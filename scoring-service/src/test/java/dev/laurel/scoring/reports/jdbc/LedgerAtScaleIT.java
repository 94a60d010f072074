package dev.laurel.scoring.reports.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.Figures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast the ledger books and reports when it has a year of history: {@code
 * -Dlaurel.ledger.postings=10000000}. The history is generated: a hundred postings for each member,
 * spread evenly over the year, a thousand to a batch.
 */
@EnabledIfSystemProperty(named = "laurel.ledger.postings", matches = "\\d+")
class LedgerAtScaleIT {

    private static final Logger log = LoggerFactory.getLogger(LedgerAtScaleIT.class);
    private static final String PROGRAM = "big-club";
    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCH = 2_000;
    private static final int BATCHES = 30;
    private static final int WARM_UP = 10;

    @Test
    void booksAndReportsOverAYear() throws Exception {
        // Given
        long postings = Long.getLong("laurel.ledger.postings");
        long members = postings / 100;
        try (LedgerDatabase database = LedgerDatabase.create()) {
            generate(database, postings, members);
            say("%,d postings in a table of %,d MB".formatted(postings, megabytes(database)));

            // When
            Booking booking = new Booking(database);
            Random random = new Random(7);
            book(booking, random, members, 0, WARM_UP);
            long started = System.nanoTime();
            book(booking, random, members, WARM_UP, BATCHES);
            double booked = BATCH * BATCHES / seconds(started);
            double copied = copy(database);
            say(
                    "Booked %,.0f postings/s in batches of %,d; COPY of as many rows into the same table: %,.0f rows/s; share %.2f"
                            .formatted(booked, BATCH, copied, booked / copied));
            Instant noon = Instant.parse("2025-07-01T12:34:56Z");
            report(database, "what we knew then", new AsOf(noon, noon), postings);
            report(database, "what we know now of then", new AsOf(noon, null), postings);
            report(database, "what was booked by then", new AsOf(null, noon), postings);
            report(database, "all", new AsOf(null, null), postings);
        }
    }

    private static void report(LedgerDatabase database, String name, AsOf asOf, long postings) {
        JdbcReports reports = new JdbcReports(database.jdbc());
        long[] millis = new long[5];
        Figures figures = Figures.of(reports.accounts(PROGRAM, asOf)).getFirst();
        for (int i = 0; i < millis.length; i++) {
            long started = System.nanoTime();
            reports.accounts(PROGRAM, asOf);
            millis[i] = Math.round(seconds(started) * 1_000);
        }
        Arrays.sort(millis);
        say(
                "Liability, %s: median %d ms of 5, longest %d ms"
                        .formatted(name, millis[2], millis[4]));

        // Then
        assertThat(figures.isZeroSum()).isTrue();
        assertThat(figures.issued())
                .isBetween(BigInteger.valueOf(postings / 3), BigInteger.valueOf(postings * 11));
    }

    private static void book(Booking booking, Random random, long members, int from, int batches) {
        for (int i = from; i < from + batches; i++) {
            Instant time = END.plusSeconds(i);
            Instruction[] batch = new Instruction[BATCH];
            for (int j = 0; j < BATCH; j++) {
                String event = "event-%d-%d".formatted(i, j);
                batch[j] =
                        Booking.happened(
                                PROGRAM,
                                "member-" + random.nextLong(members),
                                0,
                                time,
                                event,
                                Instructing.move(event, 10));
            }
            booking.book(time, batch);
        }
    }

    /** Rows per second: one stream, one commit, nothing checked beyond the table's constraints. */
    private static double copy(LedgerDatabase database) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copy.copyOut(
                    """
                    COPY (SELECT gen_random_uuid(), program, member, sequence + 1000000, wallet,
                                 debit, credit, amount, balance_after, earned_after, cause_kind,
                                 cause_id, decision, version, event_source, event_id, event_time,
                                 local_date, recorded_at + interval '1 day', link, digest
                          FROM posting
                          WHERE program = 'big-club' AND recorded_at >= '2026-01-01T00:00:10Z')
                    TO STDOUT (FORMAT binary)
                    """,
                    rows);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
            }
            long started = System.nanoTime();
            long copied =
                    copy.copyIn(
                            """
                            COPY posting (id, program, member, sequence, wallet, debit, credit,
                                amount, balance_after, earned_after, cause_kind, cause_id, decision,
                                version, event_source, event_id, event_time, local_date,
                                recorded_at, link, digest)
                            FROM STDIN (FORMAT binary)
                            """,
                            new ByteArrayInputStream(rows.toByteArray()));
            connection.commit();
            double rate = copied / seconds(started);
            connection.setAutoCommit(true);
            assertThat(copied).isEqualTo((long) BATCH * BATCHES);
            return rate;
        }
    }

    private static void generate(LedgerDatabase database, long postings, long members) {
        String history =
                """
                INSERT INTO posting
                    (id, program, member, sequence, wallet, debit, credit, amount, balance_after,
                     earned_after, cause_kind, cause_id, decision, version, event_source, event_id,
                     event_time, local_date, recorded_at, link, digest)
                SELECT md5('history' || i)::uuid, '%1$s', 'member-' || i %% %2$d, i / %2$d + 1,
                       'stars', 'issuance:rule:rule-' || i / 7 %% 10, 'member', 10,
                       10 * (i / %2$d + 1), 10 * (i / %2$d + 1), 'rule', 'rule-' || i / 7 %% 10,
                       md5('decision' || i)::uuid, 3, '/shop', 'history-' || i, t.time,
                       t.time::date, t.time + interval '2 seconds', i / 1000 + 1, 0
                FROM generate_series(0::bigint, %3$d - 1) AS i
                CROSS JOIN LATERAL (
                    SELECT timestamptz '%4$s' + interval '1 second' * (%5$d * (i / 1000 * 1000) / %3$d)
                        AS time
                ) AS t
                """
                        .formatted(
                                PROGRAM,
                                members,
                                postings,
                                BEGINNING,
                                Duration.between(BEGINNING, END).toSeconds());
        database.transactions()
                .executeWithoutResult(_ -> {
                    run(database, "SET LOCAL session_replication_role = replica");
                    run(database, "SET LOCAL maintenance_work_mem = '1GB'");
                    run(
                            database,
                            """
                            ALTER TABLE posting
                                DROP CONSTRAINT posting_pkey,
                                DROP CONSTRAINT posting_program_member_sequence_key
                            """);
                    run(database, "DROP INDEX posting_recorded");
                    run(database, "DROP INDEX posting_effective");
                    run(database, history);
                    run(
                            database,
                            """
                            ALTER TABLE posting
                                ADD CONSTRAINT posting_pkey PRIMARY KEY (id),
                                ADD CONSTRAINT posting_program_member_sequence_key
                                    UNIQUE (program, member, sequence)
                            """);
                    run(
                            database,
                            "CREATE INDEX posting_recorded ON posting (program, recorded_at)");
                    run(
                            database,
                            """
                            CREATE INDEX posting_effective ON posting
                                USING brin (event_time timestamptz_minmax_multi_ops)
                                WITH (pages_per_range = 32, autosummarize = on)
                            """);
                    run(
                            database,
                            """
                            INSERT INTO member_sequence
                            SELECT program, member, max(sequence) FROM posting GROUP BY 1, 2
                            """);
                    run(
                            database,
                            """
                            INSERT INTO member_account (program, member, wallet, balance, earned)
                            SELECT program, member, wallet, sum(amount), sum(amount)
                            FROM posting GROUP BY 1, 2, 3
                            """);
                    run(
                            database,
                            """
                            INSERT INTO account_day
                            SELECT program, wallet, side.account, event_time::date, local_date,
                                   recorded_at::date, 0, sum(side.debit), sum(side.credit),
                                   count(*)
                            FROM posting
                            CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
                                AS side (account, debit, credit)
                            GROUP BY 1, 2, 3, 4, 5, 6
                            """);
                    run(
                            database,
                            """
                            INSERT INTO program_account
                            SELECT program, wallet, account, 0, sum(debits), sum(credits),
                                   sum(postings)
                            FROM account_day GROUP BY 1, 2, 3
                            """);
                });
        run(database, "VACUUM ANALYZE");
        run(database, "CHECKPOINT");
    }

    private static void run(LedgerDatabase database, String sql) {
        database.jdbc().sql(sql).update();
    }

    private static long megabytes(LedgerDatabase database) {
        return database.number("SELECT pg_total_relation_size('posting') / 1000000");
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void say(String line) {
        log.info(line);
    }
}
