-- Nightly work: how far each program is. Its row is the lock on the program's nights.
CREATE TABLE night (
    program text PRIMARY KEY,
    day     date NOT NULL, -- the first one that is not done
    stage   text NOT NULL,
    after   text           -- where in the stage; null at its beginning
) WITH (fillfactor = 50);

-- What was done, for the operator.
CREATE TABLE job_run (
    program     text        NOT NULL,
    day         date        NOT NULL,
    stage       text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    portions    bigint      NOT NULL CHECK (portions >= 0),
    items       bigint      NOT NULL CHECK (items >= 0),
    failures    integer     NOT NULL DEFAULT 0,
    failure     text, -- the last one, until it is overcome
    PRIMARY KEY (program, day, stage)
);
