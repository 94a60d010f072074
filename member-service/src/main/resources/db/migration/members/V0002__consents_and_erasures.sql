-- What members agreed to, with when and where they said so; the profile has only whether. Of what was
-- told before this nothing is known but that it had been said by the member's last change.
ALTER TABLE member
    ADD COLUMN consents json    NOT NULL DEFAULT '{}',
    ADD COLUMN erased   boolean NOT NULL DEFAULT false;

UPDATE member m
SET consents = json_build_object('byName', (
    SELECT json_object_agg(key, json_build_object(
        'given', value, 'at', to_char(m.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'source', NULL))
    FROM json_each(m.profile -> 'consents')))
WHERE json_typeof(m.profile -> 'consents') = 'object' AND (m.profile -> 'consents')::text <> '{}';

-- Every word on a consent, append only: what did we know when? It goes when the member is erased.
CREATE TABLE consent_change (
    program  text COLLATE "C" NOT NULL,
    member   text COLLATE "C" NOT NULL,
    revision bigint           NOT NULL,
    name     text COLLATE "C" NOT NULL,
    given    boolean,
    said_at  timestamptz,
    source   text,
    told_at  timestamptz      NOT NULL,
    PRIMARY KEY (program, member, revision, name),
    FOREIGN KEY (program, member) REFERENCES member
);

-- Members who were erased: what was here is gone when the row is there. The connector to the CRMs takes
-- each over and says when its contacts are cleared.
CREATE TABLE erasure (
    program      text COLLATE "C" NOT NULL,
    member       text COLLATE "C" NOT NULL,
    requested_at timestamptz      NOT NULL,
    taken_at     timestamptz,
    cleared_at   timestamptz,
    PRIMARY KEY (program, member),
    FOREIGN KEY (program, member) REFERENCES member
);

CREATE INDEX erasure_untaken ON erasure (requested_at) WHERE taken_at IS NULL;
