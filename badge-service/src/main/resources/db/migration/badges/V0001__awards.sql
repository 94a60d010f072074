-- The members that have or had a badge. The row is locked while the member's awards change, so that
-- changes get their numbers without gaps and leave through the outbox in that order.
CREATE TABLE member (
    program  text COLLATE "C" NOT NULL,
    member   text COLLATE "C" NOT NULL,
    sequence bigint           NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    PRIMARY KEY (program, member)
);

-- One row for ever per badge that a member has or had.
CREATE TABLE award (
    id              uuid             PRIMARY KEY,
    program         text COLLATE "C" NOT NULL,
    member          text COLLATE "C" NOT NULL,
    badge           text COLLATE "C" NOT NULL,
    status          text             NOT NULL CHECK (status IN ('ISSUED', 'REVOKED')),
    first_issued_at timestamptz      NOT NULL,
    changed_at      timestamptz      NOT NULL,
    cause_kind      text             NOT NULL,
    cause_id        text             NOT NULL,
    decision        uuid             NOT NULL,
    version         integer          NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT now(),
    updated_at      timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (program, member, badge),
    FOREIGN KEY (program, member) REFERENCES member
);

CREATE INDEX award_holders ON award (program, badge) WHERE status = 'ISSUED';

-- Every change of an award, append only.
CREATE TABLE award_change (
    program     text COLLATE "C" NOT NULL,
    member      text COLLATE "C" NOT NULL,
    sequence    bigint           NOT NULL,
    award       uuid             NOT NULL REFERENCES award,
    status      text             NOT NULL CHECK (status IN ('ISSUED', 'REVOKED')),
    effect      uuid             NOT NULL,
    cause_kind  text             NOT NULL,
    cause_id    text             NOT NULL,
    decision    uuid             NOT NULL,
    version     integer          NOT NULL,
    happened_at timestamptz      NOT NULL,
    recorded_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (program, member, sequence)
);

-- Effects that were taken in, whether or not they changed anything. Nothing is ever removed: a topic
-- may be read again at any time.
CREATE TABLE inbox (
    effect uuid PRIMARY KEY
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
