CREATE TABLE simulation (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    program     text        NOT NULL REFERENCES program,
    -- What the caller calls the request: asked again, it is the same job.
    request_key text,
    request     json        NOT NULL,
    state       text        NOT NULL,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    finished_at timestamptz,
    -- When the process that has it last said so.
    seen_at     timestamptz NOT NULL,
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint,
    reason      text,
    result      json,
    UNIQUE (program, request_key)
);

CREATE INDEX simulation_of_program ON simulation (program, created_at DESC, id DESC);
