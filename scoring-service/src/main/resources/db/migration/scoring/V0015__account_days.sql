-- What every account moved per day, so that the books as of any instant need not add up the whole
-- journal: whole days come from here, what is left of the days of the two instants from postings.
-- Written with every batch, by the transaction that adds its postings.

CREATE TABLE account_day (
    program       text    NOT NULL,
    wallet        text    NOT NULL,
    account       text    NOT NULL,
    effective_day date    NOT NULL, -- of event_time, UTC
    local_date    date    NOT NULL, -- of event_time, in the program's time zone
    recorded_day  date    NOT NULL, -- of recorded_at, UTC
    stripe        integer NOT NULL, -- as in program_account: batches never wait for each other
    debits        numeric NOT NULL CHECK (debits >= 0),
    credits       numeric NOT NULL CHECK (credits >= 0),
    postings      bigint  NOT NULL CHECK (postings > 0), -- that name the account on either side
    PRIMARY KEY (program, effective_day, wallet, account, local_date, recorded_day, stripe)
) WITH (fillfactor = 70);

INSERT INTO account_day
SELECT program, wallet, account, (event_time AT TIME ZONE 'UTC')::date, local_date,
       (recorded_at AT TIME ZONE 'UTC')::date, 0, sum(debit), sum(credit), count(*)
FROM (
    SELECT program, wallet, debit AS account, event_time, local_date, recorded_at,
           amount AS debit, 0 AS credit
    FROM posting
    UNION ALL
    SELECT program, wallet, credit, event_time, local_date, recorded_at, 0, amount
    FROM posting
) AS side
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER account_day_kept
    BEFORE DELETE OR TRUNCATE ON account_day
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The journal in the order in which it was written. All postings of a batch have the same key: the
-- index holds it once for many of them.
CREATE INDEX posting_recorded ON posting (program, recorded_at);

-- Postings come roughly in the order of their events: a few bytes per hundred pages will do.
CREATE INDEX posting_effective ON posting USING brin (event_time timestamptz_minmax_multi_ops)
    WITH (pages_per_range = 32, autosummarize = on);

-- Days that are not what the postings of the day add up to: empty unless something is wrong.
CREATE VIEW account_day_discrepancy AS
SELECT program, wallet, account, effective_day, local_date, recorded_day,
       coalesce(booked.debits, 0) AS booked_debits, coalesce(kept.debits, 0) AS kept_debits,
       coalesce(booked.credits, 0) AS booked_credits, coalesce(kept.credits, 0) AS kept_credits
FROM (
    SELECT program, wallet, side.account, (event_time AT TIME ZONE 'UTC')::date AS effective_day,
           local_date, (recorded_at AT TIME ZONE 'UTC')::date AS recorded_day,
           sum(side.debit) AS debits, sum(side.credit) AS credits
    FROM posting
    CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
        AS side (account, debit, credit)
    GROUP BY 1, 2, 3, 4, 5, 6
) AS booked
FULL JOIN (
    SELECT program, wallet, account, effective_day, local_date, recorded_day,
           sum(debits) AS debits, sum(credits) AS credits
    FROM account_day
    GROUP BY 1, 2, 3, 4, 5, 6
) AS kept USING (program, wallet, account, effective_day, local_date, recorded_day)
WHERE (coalesce(booked.debits, 0), coalesce(booked.credits, 0))
    <> (coalesce(kept.debits, 0), coalesce(kept.credits, 0));
