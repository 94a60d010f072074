-- Connections of programs to CRMs. The configuration is read as a whole and never searched. The
-- credentials are sealed with a key that the database does not have; see SecretBox.
CREATE TABLE connection (
    program     text COLLATE "C" NOT NULL,
    connection  text COLLATE "C" NOT NULL,
    settings    json             NOT NULL,
    credentials bytea            NOT NULL,
    paused      boolean          NOT NULL DEFAULT false,
    -- Whether all members that there were when it was made have been noted for it.
    filled      boolean          NOT NULL DEFAULT false,
    revision    bigint           NOT NULL,
    changed_at  timestamptz      NOT NULL,
    PRIMARY KEY (program, connection)
);

-- Who runs a connection, and how that goes. Kept apart: it changes every few seconds.
CREATE TABLE connection_run (
    program      text COLLATE "C" NOT NULL,
    connection   text COLLATE "C" NOT NULL,
    driver       text             NOT NULL,
    leased_until timestamptz      NOT NULL,
    state        text             NOT NULL DEFAULT '',
    reason       text             NOT NULL DEFAULT '',
    until        timestamptz      NOT NULL DEFAULT 'epoch',
    PRIMARY KEY (program, connection),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

-- Members with changes that the CRM does not know: one row per member, however many changes. A row
-- goes when its version is still the one that the delivery began with.
CREATE TABLE pending (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    lane       smallint         NOT NULL,
    version    bigint           NOT NULL DEFAULT 1,
    since      timestamptz      NOT NULL,
    due_at     timestamptz      NOT NULL,
    attempts   integer          NOT NULL DEFAULT 0,
    reason     text             NOT NULL DEFAULT '',
    PRIMARY KEY (program, connection, member),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 70);

CREATE INDEX pending_due ON pending (program, connection, lane, due_at);

-- What the CRM has of each member. "doubtful" is set before anything is sent and taken back with
-- the acknowledgement: after a crash or a lost answer everything is sent again.
CREATE TABLE link (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    contact    text COLLATE "C",
    known      jsonb            NOT NULL DEFAULT '{}',
    doubtful   boolean          NOT NULL DEFAULT true,
    retry_at   timestamptz,
    reason     text             NOT NULL DEFAULT '',
    sent_at    timestamptz,
    PRIMARY KEY (program, connection, member),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 70);

-- A contact is one member's.
CREATE UNIQUE INDEX link_contact ON link (program, connection, contact) WHERE contact IS NOT NULL;
CREATE INDEX link_retry ON link (program, connection, retry_at) WHERE contact IS NULL;

-- What the CRM will not take, until the member changes or somebody asks for another attempt.
CREATE TABLE failure (
    program     text COLLATE "C" NOT NULL,
    connection  text COLLATE "C" NOT NULL,
    member      text COLLATE "C" NOT NULL,
    code        text             NOT NULL,
    message     text             NOT NULL,
    correlation text             NOT NULL,
    failed_at   timestamptz      NOT NULL,
    PRIMARY KEY (program, connection, member),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

-- What a connection used of its quota, and what came of it, by UTC day.
CREATE TABLE call_count (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    day        date             NOT NULL,
    calls      bigint           NOT NULL,
    written    bigint           NOT NULL DEFAULT 0,
    last_call  timestamptz      NOT NULL,
    PRIMARY KEY (program, connection, day),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);
