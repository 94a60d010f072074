-- What keeps the ledger right whoever writes to it.

-- 1. The journal is append only.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Expected table % to be only added to, but this is a %. A posting is reversed by another one.',
        TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER posting_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER member_account_kept
    BEFORE TRUNCATE ON member_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER program_account_kept
    BEFORE TRUNCATE ON program_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 2. Balances move only with postings, and by the same amounts. Every statement notes by how much
-- it moved an account: postings with one sign, balances with the other. When the transaction
-- commits, what it noted for an account must sum to zero, or it does not commit. As every posting
-- takes from one account what it gives to another, the sum over all accounts of a wallet stays
-- zero.
--
-- Rows live only as long as their transaction, hence no write-ahead log. Account 'members' stands
-- for the sum over member_account, which has to follow the control account 'member'.

CREATE UNLOGGED TABLE unsettled (
    transaction xid8    NOT NULL,
    program     text    NOT NULL,
    wallet      text    NOT NULL,
    account     text    NOT NULL,
    difference  numeric NOT NULL
) WITH (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000
);

CREATE INDEX unsettled_transaction ON unsettled (transaction);

CREATE FUNCTION note_postings() RETURNS trigger LANGUAGE plpgsql AS $$
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
               (CASE WHEN moved.debit = 'member' THEN 'members' END, moved.amount),
               (CASE WHEN moved.credit = 'member' THEN 'members' END, -moved.amount)
    ) AS side (account, difference)
    WHERE side.account IS NOT NULL
    GROUP BY moved.program, moved.wallet, side.account;
    RETURN NULL;
END
$$;

CREATE TRIGGER posting_noted
    AFTER INSERT ON posting REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_postings();

CREATE FUNCTION note_member_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, 'members', sum(balance)
        FROM added GROUP BY program, wallet;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, 'members', -sum(balance)
        FROM removed GROUP BY program, wallet;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER member_account_inserted
    AFTER INSERT ON member_account REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_member_accounts();
CREATE TRIGGER member_account_updated
    AFTER UPDATE ON member_account REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_member_accounts();
CREATE TRIGGER member_account_deleted
    AFTER DELETE ON member_account REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_member_accounts();

CREATE FUNCTION note_program_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, account, sum(credits - debits)
        FROM added GROUP BY program, wallet, account;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        INSERT INTO unsettled
        SELECT pg_current_xact_id(), program, wallet, account, sum(debits - credits)
        FROM removed GROUP BY program, wallet, account;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER program_account_inserted
    AFTER INSERT ON program_account REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_program_accounts();
CREATE TRIGGER program_account_updated
    AFTER UPDATE ON program_account REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_program_accounts();
CREATE TRIGGER program_account_deleted
    AFTER DELETE ON program_account REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_program_accounts();

CREATE FUNCTION settle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT program, wallet, account, sum(difference) AS difference INTO wrong
    FROM unsettled
    WHERE transaction = pg_current_xact_id()
    GROUP BY program, wallet, account
    HAVING sum(difference) <> 0
    ORDER BY program, wallet, account
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Expected account % of wallet % in program % to move as its postings say, but the difference is %.',
            wrong.account, wrong.wallet, wrong.program, wrong.difference
            USING ERRCODE = 'check_violation';
    END IF;
    DELETE FROM unsettled WHERE transaction = pg_current_xact_id();
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER unsettled_at_commit
    AFTER INSERT ON unsettled DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION settle();

-- 3. What the operator asks when in doubt: balances that are not what the postings add up to. Reads
-- the whole journal; empty unless something is wrong.

CREATE VIEW discrepancy AS
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
SELECT program, wallet, 'member', member,
       coalesce(booked.balance, 0), coalesce(kept.balance, 0)
FROM (
    SELECT program, wallet, member,
           sum(CASE WHEN credit = 'member' THEN amount ELSE 0 END)
               - sum(CASE WHEN debit = 'member' THEN amount ELSE 0 END) AS balance
    FROM posting
    GROUP BY program, wallet, member
) AS booked
FULL JOIN (
    SELECT program, wallet, member, balance FROM member_account
) AS kept USING (program, wallet, member)
WHERE coalesce(booked.balance, 0) <> coalesce(kept.balance, 0);
