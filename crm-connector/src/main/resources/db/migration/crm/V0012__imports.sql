-- The latest import of each connection. The place moves once a page is taken in, and "seen" once a stage
-- has come to its end.
CREATE TABLE import_run (
    program        text COLLATE "C" NOT NULL,
    connection     text COLLATE "C" NOT NULL,
    number         bigint           NOT NULL,
    state          text             NOT NULL,
    stage          text             NOT NULL,
    modified       timestamptz      NOT NULL,
    mark           text             NOT NULL,
    contacts       bigint           NOT NULL DEFAULT 0,
    purchases      bigint           NOT NULL DEFAULT 0,
    contacts_seen  timestamptz      NOT NULL,
    purchases_seen timestamptz      NOT NULL,
    started_at     timestamptz      NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (program, connection),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 70);

-- Purchases that events were made of, for ever: each is one event, whenever it is fetched again.
CREATE TABLE purchase (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    purchase   text COLLATE "C" NOT NULL,
    PRIMARY KEY (program, connection, purchase),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

-- When a purchase that is set aside was changed last: imports have to begin there to see it again.
ALTER TABLE set_aside ADD COLUMN modified timestamptz;
