CREATE TABLE decision (
    id             uuid        NOT NULL PRIMARY KEY,
    program        text        NOT NULL,
    member         text        NOT NULL,
    event_source   text        NOT NULL,
    event_id       text        NOT NULL,
    event_time     timestamptz NOT NULL,
    outcome        text        NOT NULL,
    version        integer     NOT NULL,
    -- The record's JSON as it was on the topic, read whole and never searched.
    body           bytea       NOT NULL
);

-- A member's decisions, newest event first.
CREATE INDEX decision_of_member ON decision (program, member, event_time DESC, id DESC);

-- Where an event stands.
CREATE INDEX decision_of_event ON decision (program, event_id, event_source);

CREATE TABLE member_progress (
    program       text        NOT NULL,
    member        text        NOT NULL,
    -- {challenge: {"steps": {step: value}, "completed": boolean}}
    challenges    jsonb       NOT NULL,
    last_activity timestamptz NOT NULL,
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);
