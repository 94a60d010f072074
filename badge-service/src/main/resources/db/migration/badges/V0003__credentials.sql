-- By which an award is known in public. The id is computed from the member's, so that anybody who
-- knows the member could ask for it; this one can't be guessed.
ALTER TABLE award ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;

-- Keys that credentials are or were signed with. The private part is sealed with a key from outside of
-- the database. Nothing is removed: what an old key signed has to be verifiable for ever.
CREATE TABLE signing_key (
    id         text COLLATE "C" PRIMARY KEY,
    public_jwk text             NOT NULL,
    sealed_jwk bytea            NOT NULL,
    created_at timestamptz      NOT NULL
);

CREATE SEQUENCE credential_position MINVALUE 0;

-- Credentials that somebody asked for. An award that is revoked and issued again has a new one then:
-- a revocation is for ever.
CREATE TABLE credential (
    id         uuid             PRIMARY KEY,
    award      uuid             NOT NULL REFERENCES award,
    issuer     text COLLATE "C" NOT NULL,
    position   bigint           NOT NULL UNIQUE CHECK (position >= 0),
    jwt        text             NOT NULL,
    issued_at  timestamptz      NOT NULL,
    revoked_at timestamptz
);

CREATE UNIQUE INDEX credential_valid ON credential (award, issuer) WHERE revoked_at IS NULL;
CREATE INDEX credential_of_award ON credential (award);
CREATE INDEX credential_revoked ON credential (position) WHERE revoked_at IS NOT NULL;
CREATE INDEX award_change_of_award ON award_change (award, sequence);

COMMENT ON TABLE member IS 'Members that decisions were about, whether or not they have badges.';
