-- What rules and boards may use of a member. The row is locked while the member changes, so that the
-- revisions have no gaps here and leave through the outbox in their order. Revision 0: locked, but
-- never changed. The profile is kept as the text that was written: json, unlike jsonb, leaves
-- numbers as they are.
CREATE TABLE member (
    program      text COLLATE "C" NOT NULL,
    member       text COLLATE "C" NOT NULL,
    revision     bigint           NOT NULL DEFAULT 0 CHECK (revision >= 0),
    display_name text,
    profile      json             NOT NULL DEFAULT '{}',
    changed_at   timestamptz      NOT NULL DEFAULT 'epoch',
    PRIMARY KEY (program, member)
);

-- Every profile that a member had, append only: what did the rules know when? Without anything that
-- says who the member is.
CREATE TABLE member_change (
    program    text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    revision   bigint           NOT NULL,
    profile    json             NOT NULL,
    changed_at timestamptz      NOT NULL,
    PRIMARY KEY (program, member, revision),
    FOREIGN KEY (program, member) REFERENCES member
);

-- The one place of the platform with addresses and foreign ids. Nothing of it is on a topic, in a
-- history or in a log, so that to erase it here is to erase it.
CREATE TABLE contact (
    program text COLLATE "C" NOT NULL,
    member  text COLLATE "C" NOT NULL,
    email   text,
    phone   text,
    crm_ids json NOT NULL,
    PRIMARY KEY (program, member),
    FOREIGN KEY (program, member) REFERENCES member
);

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
