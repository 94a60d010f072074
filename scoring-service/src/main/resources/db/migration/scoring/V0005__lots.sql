-- Points with a term are lots: pending until they are activated, open until they expire. Account
-- 'pending' is kept by member beside the balance as 'held' is. What is available beyond the open
-- points of a wallet's lots has no term.

ALTER TABLE member_account
    ADD pending bigint NOT NULL DEFAULT 0 CONSTRAINT member_account_pending CHECK (pending >= 0),
    ADD lotted boolean NOT NULL DEFAULT false; -- whether there ever was a lot

CREATE TABLE lot (
    id           uuid        PRIMARY KEY, -- that of the posting that gave it
    program      text        NOT NULL,
    member       text        NOT NULL,
    wallet       text        NOT NULL,
    given        bigint      NOT NULL CHECK (given > 0),
    earned_at    timestamptz NOT NULL,
    activates_at timestamptz NOT NULL,
    expires_at   timestamptz CHECK (expires_at >= activates_at), -- NULL: never
    pending      bigint      NOT NULL CHECK (pending >= 0),
    open         bigint      NOT NULL CHECK (open >= 0),
    held         bigint      NOT NULL CHECK (held >= 0),
    used         bigint      NOT NULL CHECK (used >= 0),
    expired      bigint      NOT NULL CHECK (expired >= 0),
    taken        bigint      NOT NULL CHECK (taken >= 0),
    steps        integer     NOT NULL CHECK (steps >= 0),
    -- When the clock does something to it next; 'infinity' for open points that never expire.
    due_at       timestamptz GENERATED ALWAYS AS (
        CASE WHEN pending > 0 THEN activates_at
             WHEN open > 0 THEN coalesce(expires_at, timestamptz 'infinity')
        END
    ) STORED,
    CONSTRAINT lot_whole CHECK (given = pending + open + held + used + expired + taken)
) WITH (fillfactor = 80);

CREATE INDEX lot_left ON lot (program, member, wallet, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX lot_expired ON lot (program, member, wallet, expires_at, id) WHERE expired > 0;
CREATE INDEX lot_due ON lot (due_at) WHERE due_at < timestamptz 'infinity';

-- What a hold has reserved of which lots, in wallets that have any.
CREATE TABLE hold_part (
    hold     uuid    NOT NULL,
    number   integer NOT NULL,
    lot      uuid REFERENCES lot, -- NULL: points without a term
    points   bigint  NOT NULL CHECK (points > 0),
    spent    bigint  NOT NULL CHECK (spent >= 0),
    returned bigint  NOT NULL CHECK (returned >= 0),
    refunded bigint  NOT NULL CHECK (refunded BETWEEN 0 AND spent),
    PRIMARY KEY (hold, number),
    CONSTRAINT hold_part_whole CHECK (spent + returned <= points)
);

-- Members' control accounts: what is kept by member has to move as the postings of the account do,
-- and what lots say of 'pending' and 'expired', too.

CREATE FUNCTION control_account(account text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE account
        WHEN 'member' THEN 'members'
        WHEN 'held' THEN 'members held'
        WHEN 'pending' THEN 'members pending'
    END
$$;

CREATE FUNCTION lots_account(account text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE account
        WHEN 'pending' THEN 'lots pending'
        WHEN 'expired' THEN 'lots expired'
    END
$$;

CREATE OR REPLACE FUNCTION note_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO unsettled
    SELECT pg_current_xact_id(), moved.program, moved.wallet, side.account, sum(side.difference)
    FROM (
        SELECT program, wallet, debit, credit, sum(amount) AS amount
        FROM added
        GROUP BY program, wallet, debit, credit
    ) AS moved
    CROSS JOIN LATERAL (
        VALUES (moved.debit, moved.amount),
               (moved.credit, -moved.amount),
               (control_account(moved.debit), moved.amount),
               (control_account(moved.credit), -moved.amount),
               (lots_account(moved.debit), moved.amount),
               (lots_account(moved.credit), -moved.amount)
    ) AS side (account, difference)
    WHERE side.account IS NOT NULL
    GROUP BY moved.program, moved.wallet, side.account;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION note_member_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, side.account, side.difference
        FROM (
            SELECT program, wallet, sum(balance) AS balance, sum(held) AS held,
                   sum(pending) AS pending
            FROM added GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('members', moved.balance), ('members held', moved.held),
                   ('members pending', moved.pending)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, side.account, -side.difference
        FROM (
            SELECT program, wallet, sum(balance) AS balance, sum(held) AS held,
                   sum(pending) AS pending
            FROM removed GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('members', moved.balance), ('members held', moved.held),
                   ('members pending', moved.pending)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION note_lots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, side.account, side.difference
        FROM (
            SELECT program, wallet, sum(pending) AS pending, sum(expired) AS expired
            FROM added GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('lots pending', moved.pending), ('lots expired', moved.expired)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, side.account, -side.difference
        FROM (
            SELECT program, wallet, sum(pending) AS pending, sum(expired) AS expired
            FROM removed GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('lots pending', moved.pending), ('lots expired', moved.expired)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER lot_inserted
    AFTER INSERT ON lot REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_lots();
CREATE TRIGGER lot_updated
    AFTER UPDATE ON lot REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_lots();
CREATE TRIGGER lot_deleted
    AFTER DELETE ON lot REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_lots();
CREATE TRIGGER lot_kept
    BEFORE TRUNCATE ON lot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE VIEW discrepancy AS
SELECT program, wallet, account, NULL AS member,
       coalesce(booked.balance, 0) AS booked, coalesce(kept.balance, 0) AS kept
FROM (
    SELECT program, wallet, account, sum(points) AS balance
    FROM (
        SELECT program, wallet, credit AS account, amount AS points FROM posting
        UNION ALL
        SELECT program, wallet, debit, -amount FROM posting
    ) AS side
    GROUP BY program, wallet, account
) AS booked
FULL JOIN (
    SELECT program, wallet, account, sum(credits - debits) AS balance
    FROM program_account
    GROUP BY program, wallet, account
) AS kept USING (program, wallet, account)
WHERE coalesce(booked.balance, 0) <> coalesce(kept.balance, 0)
UNION ALL
SELECT program, wallet, account, member,
       coalesce(booked.balance, 0), coalesce(kept.balance, 0)
FROM (
    SELECT program, wallet, account, member, sum(points) AS balance
    FROM (
        SELECT program, wallet, credit AS account, member, amount AS points FROM posting
        UNION ALL
        SELECT program, wallet, debit, member, -amount FROM posting
    ) AS side
    WHERE account IN ('member', 'held', 'pending')
    GROUP BY program, wallet, account, member
) AS booked
FULL JOIN (
    SELECT program, wallet, 'member' AS account, member, balance FROM member_account
    UNION ALL
    SELECT program, wallet, 'held', member, held FROM member_account
    UNION ALL
    SELECT program, wallet, 'pending', member, pending FROM member_account
) AS kept USING (program, wallet, account, member)
WHERE coalesce(booked.balance, 0) <> coalesce(kept.balance, 0)
UNION ALL
SELECT program, wallet, 'open lots at most', member, balance, open
FROM (
    SELECT program, wallet, member, sum(open) AS open FROM lot GROUP BY program, wallet, member
) AS lots
JOIN member_account USING (program, wallet, member)
WHERE open > greatest(balance, 0);
