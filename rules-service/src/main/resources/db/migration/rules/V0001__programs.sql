CREATE TABLE program (
    id         text        PRIMARY KEY,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL
);

-- json, not jsonb: the order in which somebody wrote a document is his.
CREATE TABLE draft (
    program    text        PRIMARY KEY REFERENCES program,
    document   json        NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE program_version (
    program       text        NOT NULL REFERENCES program,
    version       integer     NOT NULL CHECK (version > 0),
    hash          text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    document      json        NOT NULL,
    published_at  timestamptz NOT NULL,
    restored_from integer,
    PRIMARY KEY (program, version)
);

-- Decisions and postings name the version that made them: it must stay what it was.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Expected published versions to stay as they are, but % was tried.', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER program_version_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON program_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();
