CREATE TABLE decision (
    program        text        NOT NULL,
    event_source   text        NOT NULL,
    event_id       text        NOT NULL,
    member         text        NOT NULL,
    -- UUIDv5 of the four columns above, hence no key of its own.
    id             uuid        NOT NULL,
    event_time     timestamptz NOT NULL,
    outcome        text        NOT NULL,
    version        integer     NOT NULL,
    -- The record's JSON, read whole and never searched.
    body           bytea       NOT NULL,
    PRIMARY KEY (program, event_source, event_id, member)
);

-- A member's decisions, newest event first.
CREATE INDEX decision_of_member ON decision (program, member, event_time DESC, id DESC);

CREATE TABLE member_progress (
    program       text        NOT NULL,
    member        text        NOT NULL,
    -- {challenge: {"steps": {step: value}, "completed": boolean}}
    challenges    jsonb       NOT NULL,
    last_activity timestamptz NOT NULL,
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);
