-- What the places of a sealed board get, as the program had it when the board was sealed.
CREATE TABLE prize (
    seal        integer  NOT NULL REFERENCES seal,
    first_place integer  NOT NULL CHECK (first_place > 0),
    last_place  integer  NOT NULL CHECK (last_place >= first_place),
    -- Side by side: so many points for each wallet.
    wallets     text[]   NOT NULL,
    points      bigint[] NOT NULL,
    badge       text,
    PRIMARY KEY (seal, first_place)
);

-- Who won them. Written with the seal, and with what tells of them in the outbox.
CREATE TABLE won (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seal        integer          NOT NULL,
    first_place integer          NOT NULL,
    member      text COLLATE "C" NOT NULL,
    rank        bigint           NOT NULL,
    score       bigint           NOT NULL,
    -- The event that tells the member: the same whenever the same board is sealed for the same period.
    event       uuid             NOT NULL,
    UNIQUE (seal, member),
    FOREIGN KEY (seal, first_place) REFERENCES prize
);

CREATE INDEX won_order ON won (seal, id);

CREATE TRIGGER prize_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON prize
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER won_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON won
    EXECUTE FUNCTION refuse_change();

-- As the README of laurel-outbox defines it.
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
