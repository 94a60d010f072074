-- What happened to members of programs without a connection, a row per batch: it is taken in to their
-- profiles much later, all changes of a member at once, or when somebody needs them.
CREATE TABLE backlog (
    id      bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program text COLLATE "C" NOT NULL,
    part    text COLLATE "C" NOT NULL,
    -- JSON, deflated before it gets here: the database only has to keep it.
    news    bytea            NOT NULL,
    latest  timestamptz,
    put_at  timestamptz      NOT NULL
);

ALTER TABLE backlog ALTER COLUMN news SET STORAGE EXTERNAL;

CREATE INDEX backlog_order ON backlog (program, part, id);
