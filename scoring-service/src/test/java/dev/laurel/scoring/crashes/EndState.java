package dev.laurel.scoring.crashes;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that is kept of a program, as text: without ids and stripes, which the program's name is part
 * of, and without times of the wall clock.
 */
record EndState(List<String> rows) {

    private static final List<String> TABLES =
            List.of(
                    """
                    SELECT member, sequence, wallet, debit, credit, amount, balance_after,
                           earned_after, cause_kind, cause_id,
                           CASE WHEN cause_kind = 'rule' THEN event_id END AS event,
                           CASE WHEN cause_kind IN ('rule', 'term') THEN event_time END AS event_time
                    FROM posting WHERE program = ? ORDER BY member, sequence
                    """,
                    "SELECT member, sequence FROM member_sequence WHERE program = ? ORDER BY 1",
                    """
                    SELECT member, wallet, balance, pending, held, earned, lotted
                    FROM member_account WHERE program = ? ORDER BY 1, 2
                    """,
                    """
                    SELECT wallet, account, sum(debits), sum(credits), sum(postings)
                    FROM program_account WHERE program = ? GROUP BY 1, 2 ORDER BY 1, 2
                    """,
                    """
                    SELECT wallet, account, sum(debits), sum(credits), sum(postings)
                    FROM account_day WHERE program = ? GROUP BY 1, 2 ORDER BY 1, 2
                    """,
                    """
                    SELECT member, wallet, given, earned_at, activates_at, expires_at, pending,
                           open, held, used, expired, taken, steps
                    FROM lot WHERE program = ? ORDER BY member, earned_at, given
                    """,
                    """
                    SELECT id, wallet, amount, version, used, ceiling, told, short_awards,
                           short_points
                    FROM budget WHERE program = ? ORDER BY id
                    """,
                    """
                    SELECT member, budgets, asked, granted, missing, returned, event_id
                    FROM budget_draw WHERE program = ? ORDER BY event_id
                    """,
                    """
                    SELECT member, wallet, day, points
                    FROM tier_earning WHERE program = ? ORDER BY member, day
                    """,
                    "SELECT member, tier, revision FROM member_tier WHERE program = ? ORDER BY 1",
                    """
                    SELECT member, revision, kind, from_tier, to_tier
                    FROM tier_change WHERE program = ? ORDER BY 1, 2
                    """,
                    """
                    SELECT member, wallet, points, reference, status, spent, refunded
                    FROM hold WHERE program = ? ORDER BY reference
                    """,
                    """
                    SELECT h.reference, number, lot.given, p.points, p.spent, returned, p.refunded
                    FROM hold_part p JOIN hold h ON h.id = p.hold LEFT JOIN lot ON lot.id = p.lot
                    WHERE h.program = ? ORDER BY 1, 2
                    """,
                    "SELECT key, status FROM request WHERE program = ? ORDER BY key",
                    "SELECT sum(postings) FROM chain_link WHERE program = ?");

    static EndState of(JdbcClient jdbc, String program) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(
                    jdbc.sql("SELECT kept::text FROM (%s) AS kept".formatted(table))
                            .param(program)
                            .query(String.class)
                            .list());
        }
        return new EndState(rows);
    }
}
