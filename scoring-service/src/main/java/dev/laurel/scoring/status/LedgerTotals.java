package dev.laurel.scoring.status;

import java.math.BigInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Totals from the general ledger alone: a row per account and partition, not per member. */
@Repository
class LedgerTotals {

    private final JdbcClient jdbc;

    LedgerTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sum over all accounts: 0, or the ledger is broken
     * @param postings how many there are
     * @param faults what the last nightly check of each program found wrong
     */
    record Totals(BigInteger sum, long postings, long faults) {}

    Totals read() {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(credits - debits), 0) AS sum,
                               coalesce(sum(postings), 0) / 2 AS postings, -- each names two accounts
                               (SELECT coalesce(sum(faults + discrepancies), 0)
                                FROM (SELECT DISTINCT ON (program) faults, discrepancies
                                      FROM integrity_check WHERE finished_at IS NOT NULL
                                      ORDER BY program, day DESC) AS last) AS faults
                        FROM program_account
                        """)
                .query((row, _) ->
                        new Totals(
                                row.getBigDecimal("sum").toBigIntegerExact(),
                                row.getLong("postings"),
                                row.getLong("faults")))
                .single();
    }
}
