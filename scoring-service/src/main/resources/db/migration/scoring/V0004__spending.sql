-- Members spend: points go from account 'member' to 'held' when they are reserved, and from there to
-- 'spent' or back. What is held of each member is kept beside the balance and follows the control
-- account 'held' as balances follow 'member'.

-- A command has no decision behind it.
ALTER TABLE posting
    ALTER decision DROP NOT NULL,
    ALTER version DROP NOT NULL,
    ADD CONSTRAINT posting_decided CHECK ((decision IS NULL) = (version IS NULL));

ALTER TABLE member_account
    ADD held bigint NOT NULL DEFAULT 0 CONSTRAINT member_account_held CHECK (held >= 0);

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
               (CASE moved.debit WHEN 'member' THEN 'members' WHEN 'held' THEN 'members held' END,
                moved.amount),
               (CASE moved.credit WHEN 'member' THEN 'members' WHEN 'held' THEN 'members held' END,
                -moved.amount)
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
            SELECT program, wallet, sum(balance) AS balance, sum(held) AS held
            FROM added GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('members', moved.balance), ('members held', moved.held)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, side.account, -side.difference
        FROM (
            SELECT program, wallet, sum(balance) AS balance, sum(held) AS held
            FROM removed GROUP BY program, wallet
        ) AS moved
        CROSS JOIN LATERAL (
            VALUES ('members', moved.balance), ('members held', moved.held)
        ) AS side (account, difference)
        WHERE side.difference <> 0;
    END IF;
    RETURN NULL;
END
$$;

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
    WHERE account IN ('member', 'held')
    GROUP BY program, wallet, account, member
) AS booked
FULL JOIN (
    SELECT program, wallet, 'member' AS account, member, balance FROM member_account
    UNION ALL
    SELECT program, wallet, 'held', member, held FROM member_account
) AS kept USING (program, wallet, account, member)
WHERE coalesce(booked.balance, 0) <> coalesce(kept.balance, 0);

-- Points that a member has reserved, for a till to take or to give back.
CREATE TABLE hold (
    id         uuid        PRIMARY KEY,
    program    text        NOT NULL,
    member     text        NOT NULL,
    wallet     text        NOT NULL,
    points     bigint      NOT NULL CHECK (points > 0),
    reference  text,
    status     text        NOT NULL CHECK (status IN ('open', 'confirmed', 'released', 'timed-out')),
    spent      bigint      NOT NULL CHECK (spent BETWEEN 0 AND points),
    refunded   bigint      NOT NULL CHECK (refunded BETWEEN 0 AND spent),
    placed_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > placed_at),
    closed_at  timestamptz CHECK ((closed_at IS NULL) = (status = 'open'))
);

CREATE INDEX hold_of_member ON hold (program, member, placed_at DESC, id DESC);
CREATE INDEX hold_open ON hold (expires_at) WHERE status = 'open';

-- Points given or taken by hand.
CREATE TABLE adjustment (
    id          uuid        PRIMARY KEY,
    program     text        NOT NULL,
    member      text        NOT NULL,
    wallet      text        NOT NULL,
    points      bigint      NOT NULL CHECK (points <> 0),
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- What was answered to whom: the same key gets the same answer, for ever.
CREATE TABLE request (
    program     text        NOT NULL,
    key         text        NOT NULL,
    content     text        NOT NULL, -- hex SHA-256 of what was asked for
    status      integer     NOT NULL,
    location    text,
    answer      text        NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (program, key)
);
