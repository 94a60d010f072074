-- Comparisons of contacts with what they are to be: the latest one of each connection.
CREATE TABLE reconciliation (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    number     bigint           NOT NULL,
    repairing  boolean          NOT NULL,
    sample     bigint           NOT NULL,
    compared   bigint           NOT NULL DEFAULT 0,
    skipped    bigint           NOT NULL DEFAULT 0,
    drifted    bigint           NOT NULL DEFAULT 0,
    started_at timestamptz      NOT NULL,
    ended_at   timestamptz,
    PRIMARY KEY (program, connection),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

-- Members that it still has to look at. They are drawn once: who dies in the middle goes on.
CREATE TABLE reconciliation_member (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    PRIMARY KEY (program, connection, member),
    FOREIGN KEY (program, connection) REFERENCES reconciliation ON DELETE CASCADE
);

-- What contacts have instead, as it was last seen; the field is empty for a contact that is gone.
-- "repairing" once everything is to be written again: with that the row goes.
CREATE TABLE drift (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    field      text COLLATE "C" NOT NULL,
    contact    text             NOT NULL,
    expected   text             NOT NULL,
    found      text             NOT NULL,
    since      timestamptz      NOT NULL,
    repairing  boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (program, connection, member, field),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);
