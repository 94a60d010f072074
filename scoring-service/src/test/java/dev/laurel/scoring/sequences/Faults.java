package dev.laurel.scoring.sequences;

/** What must never be, of a program whose stars all have a term. */
final class Faults {

    static final String SQL =
            """
            SELECT 'open lots are not the balance: ' || a::text || ' ' || coalesce(l.open, 0)
            FROM member_account a
            LEFT JOIN (
                SELECT member, sum(open) AS open, sum(held) AS held, sum(pending) AS pending
                FROM lot GROUP BY member
            ) AS l USING (member)
            WHERE a.wallet = 'stars'
                AND (coalesce(l.open, 0), coalesce(l.held, 0), coalesce(l.pending, 0))
                    <> (greatest(a.balance, 0), a.held, a.pending)
            UNION ALL
            SELECT 'a lot is not what it was given: ' || lot::text FROM lot
            WHERE least(pending, open, held, used, expired, taken) < 0
                OR given <> pending + open + held + used + expired + taken
            UNION ALL
            SELECT 'accounts do not sum to zero: ' || wallet FROM program_account
            GROUP BY wallet HAVING sum(credits - debits) <> 0
            UNION ALL
            SELECT 'what holds spent is not what was spent: ' || h.spent || ' ' || a.spent
            FROM (SELECT coalesce(sum(spent - refunded), 0) AS spent FROM hold) AS h,
                (
                    SELECT coalesce(sum(credits - debits), 0) AS spent
                    FROM program_account WHERE account = 'spent'
                ) AS a
            WHERE h.spent <> a.spent
            UNION ALL
            SELECT 'more is used of lots than was spent or exchanged: ' || l.used
            FROM (SELECT coalesce(sum(used), 0) AS used FROM lot) AS l,
                (
                    SELECT coalesce(sum(credits - debits), 0) AS gone FROM program_account
                    WHERE wallet = 'stars' AND (account = 'spent' OR account LIKE 'exchanged:%')
                ) AS a
            WHERE l.used > a.gone + (
                SELECT coalesce(sum(amount), 0) FROM posting
                WHERE wallet = 'stars' AND debit = 'member' AND credit LIKE 'issuance:%'
            )
            UNION ALL
            SELECT 'a reward for a tier came twice: ' || cause_id FROM posting
            WHERE cause_kind = 'tier' GROUP BY member, cause_id HAVING count(*) > 1
            UNION ALL
            SELECT 'a budget gave too much: ' || id FROM budget WHERE used > amount
            UNION ALL
            SELECT 'a budget: ' || d::text FROM budget_discrepancy d
            UNION ALL
            SELECT 'a balance: ' || d::text FROM discrepancy d
            UNION ALL
            SELECT 'a day: ' || d::text FROM account_day_discrepancy d
            UNION ALL
            SELECT 'unsettled: ' || u::text FROM unsettled u
            """;

    private Faults() {}
}
