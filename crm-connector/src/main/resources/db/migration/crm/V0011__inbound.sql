-- What CRMs told by webhooks. An answer is given once it is here; it is taken in afterwards, and kept
-- for some days, in which the same may be told again.
CREATE TABLE notice (
    program     text COLLATE "C" NOT NULL,
    connection  text COLLATE "C" NOT NULL,
    notice      text COLLATE "C" NOT NULL,
    contact     text COLLATE "C" NOT NULL,
    kind        text             NOT NULL,
    field       text             NOT NULL,
    value       text             NOT NULL,
    at          timestamptz      NOT NULL,
    received_at timestamptz      NOT NULL,
    taken_at    timestamptz,
    PRIMARY KEY (program, connection, notice),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

CREATE INDEX notice_waiting ON notice (program, connection, received_at) WHERE taken_at IS NULL;
CREATE INDEX notice_taken ON notice (taken_at) WHERE taken_at IS NOT NULL;

-- What was last taken in of a contact, as a digest: the same again is not worth a call.
CREATE TABLE arrival (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    contact    text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    digest     text             NOT NULL,
    PRIMARY KEY (program, connection, contact),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 70);

-- A member's attributes come from one contact.
CREATE UNIQUE INDEX arrival_member ON arrival (program, connection, member);

-- What could not be taken in, and why, until it can be or somebody sees to it.
CREATE TABLE set_aside (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    subject    text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    contact    text COLLATE "C" NOT NULL,
    unlinked   boolean          NOT NULL,
    reason     text             NOT NULL,
    since      timestamptz      NOT NULL,
    PRIMARY KEY (program, connection, subject, id),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

CREATE INDEX set_aside_contact ON set_aside (program, connection, contact);

-- What came in, by UTC day.
CREATE TABLE inbound_count (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    day        date             NOT NULL,
    what       text             NOT NULL,
    count      bigint           NOT NULL,
    PRIMARY KEY (program, connection, day, what),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 70);

-- Why nothing can be taken in of a connection right now.
CREATE TABLE inbound_trouble (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    reason     text             NOT NULL,
    at         timestamptz      NOT NULL,
    PRIMARY KEY (program, connection),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);
