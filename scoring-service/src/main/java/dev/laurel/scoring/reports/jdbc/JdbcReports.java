package dev.laurel.scoring.reports.jdbc;

import dev.laurel.scoring.reports.AccountTotal;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.DayTotal;
import dev.laurel.scoring.reports.Reports;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whole days out of {@code account_day}, the rest out of {@code posting}. In one statement, hence
 * one snapshot; days are those of UTC.
 */
@Repository
class JdbcReports implements Reports {

    /** Later and earlier than anything that can be booked, within what the database can compare. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * Postings fall into three parts that have nothing in common: those of whole days before both
     * instants; those booked on the day of {@code known}, whenever they happened; those booked
     * before that day which happened on the day of {@code at}. Days of booking that have any of the
     * last kind are known from the days, which keeps the search for them short.
     */
    private static final String ACCOUNTS =
            """
            WITH late AS (
                SELECT min(recorded_day) AS first, max(recorded_day) + 1 AS after
                FROM account_day
                WHERE program = :program AND effective_day = :atDay AND recorded_day < :knownDay
            ), part AS (
                SELECT wallet, account, debits, credits
                FROM account_day
                WHERE program = :program
                  AND effective_day < :atDay AND recorded_day < :knownDay
                UNION ALL
                SELECT wallet, side.account, side.debits, side.credits
                FROM (
                    SELECT wallet, debit, credit, sum(amount) AS amount
                    FROM (
                        SELECT wallet, debit, credit, amount
                        FROM posting
                        WHERE program = :program
                          AND recorded_at >= :knownDayStart AND recorded_at <= :known
                          AND event_time <= :at
                        UNION ALL
                        SELECT wallet, debit, credit, amount
                        FROM posting
                        WHERE program = :program
                          AND event_time >= :atDayStart AND event_time <= :at
                          AND recorded_at >= ((SELECT first FROM late)::timestamp
                                  AT TIME ZONE 'UTC')
                          AND recorded_at < ((SELECT after FROM late)::timestamp
                                  AT TIME ZONE 'UTC')
                    ) AS tail
                    GROUP BY wallet, debit, credit
                ) AS moved
                CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
                    AS side (account, debits, credits)
            )
            SELECT wallet, account, sum(debits) AS debits, sum(credits) AS credits
            FROM part
            GROUP BY wallet, account
            ORDER BY wallet, account
            """;

    private final JdbcClient jdbc;

    JdbcReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AccountTotal> accounts(String program, AsOf asOf) {
        Instant at = instant(asOf.at());
        Instant known = instant(asOf.known());
        return jdbc.sql(ACCOUNTS)
                .param("program", program)
                .param("at", time(at))
                .param("known", time(known))
                .param("atDay", day(at))
                .param("knownDay", day(known))
                .param("atDayStart", time(at.truncatedTo(ChronoUnit.DAYS)))
                .param("knownDayStart", time(known.truncatedTo(ChronoUnit.DAYS)))
                .query(JdbcReports::total)
                .list();
    }

    @Override
    public List<AccountTotal> accounts(String program, String member, AsOf asOf) {
        return jdbc.sql(
                        """
                        SELECT wallet, side.account, sum(side.debits) AS debits,
                               sum(side.credits) AS credits
                        FROM posting
                        CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
                            AS side (account, debits, credits)
                        WHERE program = :program AND member = :member
                          AND event_time <= :at AND recorded_at <= :known
                        GROUP BY wallet, side.account
                        ORDER BY wallet, side.account
                        """)
                .param("program", program)
                .param("member", member)
                .param("at", time(instant(asOf.at())))
                .param("known", time(instant(asOf.known())))
                .query(JdbcReports::total)
                .list();
    }

    @Override
    public List<DayTotal> days(
            String program,
            LocalDate from,
            LocalDate to,
            @Nullable String wallet,
            boolean byChannel) {
        return jdbc.sql(
                        """
                        SELECT local_date, told.channel, wallet, account,
                               sum(debits) AS debits, sum(credits) AS credits
                        FROM account_day
                        CROSS JOIN LATERAL (
                            SELECT CASE WHEN :byChannel THEN nullif(account_day.channel, '') END
                        ) AS told (channel)
                        WHERE program = :program
                          AND local_date BETWEEN :from AND :to
                          AND (:wallet::text IS NULL OR wallet = :wallet)
                        GROUP BY local_date, told.channel, wallet, account
                        ORDER BY local_date, told.channel, wallet, account
                        """)
                .param("program", program)
                .param("from", from)
                .param("to", to)
                .param("wallet", wallet)
                .param("byChannel", byChannel)
                .query((row, number) ->
                        new DayTotal(
                                row.getObject("local_date", LocalDate.class),
                                row.getString("channel"),
                                total(row, number)))
                .list();
    }

    private static AccountTotal total(ResultSet row, int number) throws SQLException {
        return new AccountTotal(
                row.getString("wallet"),
                row.getString("account"),
                whole(row, "debits"),
                whole(row, "credits"));
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    private static Instant instant(@Nullable Instant instant) {
        if (instant == null || instant.isAfter(NEVER)) {
            return NEVER;
        }
        return instant.isBefore(EVER) ? EVER : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
