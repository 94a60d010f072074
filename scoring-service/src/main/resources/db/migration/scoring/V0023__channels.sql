-- Which of the program's channels points were given, taken back, spent or lost by. NULL is none of
-- them; in account_day, whose key it belongs to, that is the empty text.

ALTER TABLE posting ADD channel text CHECK (channel <> '');
ALTER TABLE lot ADD channel text CHECK (channel <> '');
ALTER TABLE hold ADD channel text CHECK (channel <> '');

CREATE OR REPLACE VIEW lot_now AS
SELECT lot.id, lot.program, lot.member, lot.wallet, lot.given, lot.earned_at, lot.activates_at,
       coalesce(run.until, lot.expires_at) AS expires_at,
       lot.pending, lot.open, lot.held, lot.used, lot.expired, lot.taken, lot.steps, lot.due_at,
       lot.until_event, lot.sliding, lot.channel
FROM lot
LEFT JOIN activity_run AS run
    ON lot.sliding AND run.program = lot.program AND run.member = lot.member
    AND run.wallet = lot.wallet AND run.since < lot.expires_at AND run.until > lot.expires_at;

DROP VIEW account_day_discrepancy;

ALTER TABLE account_day
    ADD channel text NOT NULL DEFAULT '',
    DROP CONSTRAINT account_day_pkey,
    ADD PRIMARY KEY (program, effective_day, wallet, account, local_date, recorded_day, stripe,
                     channel);

CREATE VIEW account_day_discrepancy AS
SELECT program, wallet, account, effective_day, local_date, recorded_day, channel,
       coalesce(booked.debits, 0) AS booked_debits, coalesce(kept.debits, 0) AS kept_debits,
       coalesce(booked.credits, 0) AS booked_credits, coalesce(kept.credits, 0) AS kept_credits
FROM (
    SELECT program, wallet, side.account, (event_time AT TIME ZONE 'UTC')::date AS effective_day,
           local_date, (recorded_at AT TIME ZONE 'UTC')::date AS recorded_day,
           coalesce(channel, '') AS channel,
           sum(side.debit) AS debits, sum(side.credit) AS credits
    FROM posting
    CROSS JOIN LATERAL (VALUES (debit, amount, 0), (credit, 0, amount))
        AS side (account, debit, credit)
    GROUP BY 1, 2, 3, 4, 5, 6, 7
) AS booked
FULL JOIN (
    SELECT program, wallet, account, effective_day, local_date, recorded_day, channel,
           sum(debits) AS debits, sum(credits) AS credits
    FROM account_day
    GROUP BY 1, 2, 3, 4, 5, 6, 7
) AS kept USING (program, wallet, account, effective_day, local_date, recorded_day, channel)
WHERE (coalesce(booked.debits, 0), coalesce(booked.credits, 0))
    <> (coalesce(kept.debits, 0), coalesce(kept.credits, 0));
