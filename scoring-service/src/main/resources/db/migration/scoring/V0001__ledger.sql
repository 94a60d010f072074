-- The points ledger: double entry, append only. A program's wallet is a unit of account of its own.
--
-- General ledger:  program_account, one row per account and stripe. The account 'member' is the
--                  control account of all members together.
-- Subsidiary:      member_account, one row per member and wallet.
-- Journal:         posting. Every posting moves an amount from one account to another.

CREATE TABLE posting (
    id            uuid        PRIMARY KEY, -- of the effect that it books: the same effect collides
    program       text        NOT NULL,
    member        text        NOT NULL,
    sequence      bigint      NOT NULL CHECK (sequence > 0),
    wallet        text        NOT NULL,
    debit         text        NOT NULL,
    credit        text        NOT NULL CHECK (credit <> debit),
    amount        bigint      NOT NULL CHECK (amount > 0),
    balance_after bigint      NOT NULL,
    earned_after  bigint      NOT NULL,
    cause_kind    text        NOT NULL,
    cause_id      text        NOT NULL,
    decision      uuid        NOT NULL,
    version       integer     NOT NULL,
    event_source  text        NOT NULL,
    event_id      text        NOT NULL,
    event_time    timestamptz NOT NULL,
    local_date    date        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    UNIQUE (program, member, sequence)
);

CREATE INDEX posting_decision ON posting (decision);

-- Its row is the lock on everything that belongs to the member.
CREATE TABLE member_sequence (
    program  text   NOT NULL,
    member   text   NOT NULL,
    sequence bigint NOT NULL CHECK (sequence >= 0),
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);

CREATE TABLE member_account (
    program text   NOT NULL,
    member  text   NOT NULL,
    wallet  text   NOT NULL,
    balance bigint NOT NULL, -- may be negative while every wallet allows overdraft
    earned  bigint NOT NULL,
    PRIMARY KEY (program, member, wallet)
) WITH (fillfactor = 70);

-- Striped by Kafka partition, so that batches of different partitions never wait for each other.
CREATE TABLE program_account (
    program  text    NOT NULL,
    wallet   text    NOT NULL,
    account  text    NOT NULL,
    stripe   integer NOT NULL,
    debits   numeric NOT NULL CHECK (debits >= 0),
    credits  numeric NOT NULL CHECK (credits >= 0),
    postings bigint  NOT NULL CHECK (postings >= 0), -- that name the account on either side
    PRIMARY KEY (program, wallet, account, stripe)
) WITH (fillfactor = 50);

CREATE TABLE outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic           text  NOT NULL,
    kafka_partition integer,
    key             bytea NOT NULL,
    value           bytea NOT NULL,
    headers         text  NOT NULL DEFAULT ''
) WITH (
    fillfactor = 100,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_threshold = -1
);
