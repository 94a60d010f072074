-- A hash chain over the postings of each program, so that it shows when somebody who can write to
-- the database changes, removes or adds one behind the ledger's back. See docs/adr/0016.
--
-- Every transaction that books for a program and stripe adds one link to that program's and
-- stripe's chain. Its hash covers the digests of its postings and the hash of the link before.

CREATE SEQUENCE chain_link_id;

CREATE TABLE chain_link (
    program     text        NOT NULL,
    id          bigint      NOT NULL,
    stripe      integer     NOT NULL,
    number      bigint      NOT NULL CHECK (number > 0), -- counts the links of the chain
    format      smallint    NOT NULL,                    -- of the digests
    postings    integer     NOT NULL CHECK (postings > 0),
    recorded_at timestamptz NOT NULL,                    -- of all its postings
    previous    bytea       NOT NULL,                    -- 32 zeros for the first link
    hash        bytea       NOT NULL,
    PRIMARY KEY (program, id),
    UNIQUE (program, stripe, number)
);

CREATE TRIGGER chain_link_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_link
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last link of each chain; its row is the lock on the chain.
CREATE TABLE chain_head (
    program text    NOT NULL,
    stripe  integer NOT NULL,
    number  bigint  NOT NULL,
    hash    bytea   NOT NULL,
    PRIMARY KEY (program, stripe)
) WITH (fillfactor = 50);

CREATE TRIGGER chain_head_kept
    BEFORE DELETE OR TRUNCATE ON chain_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- digest: the first 8 bytes of the posting's, to tell which one of a link was changed.
ALTER TABLE posting ADD link bigint, ADD digest bigint;

-- What was booked before: a link per instant of booking, all in one chain.

CREATE FUNCTION pg_temp.field(value text) RETURNS text LANGUAGE sql AS
$$ SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') $$;

CREATE FUNCTION pg_temp.micros(value timestamptz) RETURNS text LANGUAGE sql AS
$$ SELECT trunc(extract(epoch FROM value) * 1000000)::bigint::text $$;

ALTER TABLE posting DISABLE TRIGGER posting_append_only;

CREATE TEMPORARY TABLE digested ON COMMIT DROP AS
SELECT id, program, recorded_at, sha256(convert_to(
           pg_temp.field(id::text) || pg_temp.field(program) || pg_temp.field(member)
               || pg_temp.field(sequence::text) || pg_temp.field(wallet)
               || pg_temp.field(debit) || pg_temp.field(credit) || pg_temp.field(amount::text)
               || pg_temp.field(balance_after::text) || pg_temp.field(earned_after::text)
               || pg_temp.field(cause_kind) || pg_temp.field(cause_id)
               || pg_temp.field(decision::text) || pg_temp.field(version::text)
               || pg_temp.field(event_source) || pg_temp.field(event_id)
               || pg_temp.field(pg_temp.micros(event_time)) || pg_temp.field(local_date::text)
               || pg_temp.field(pg_temp.micros(recorded_at)), 'UTF8')) AS digest
FROM posting;

DO $$
DECLARE
    batch record;
    link_number bigint := 0;
    last_program text := '';
    last_hash bytea;
BEGIN
    FOR batch IN
        SELECT program, recorded_at, count(*) AS postings,
               string_agg(digest, ''::bytea ORDER BY digest) AS digests
        FROM digested GROUP BY program, recorded_at ORDER BY program, recorded_at
    LOOP
        IF batch.program <> last_program THEN
            last_program := batch.program;
            link_number := 0;
            last_hash := decode(repeat('00', 32), 'hex');
        END IF;
        link_number := link_number + 1;
        INSERT INTO chain_link
        VALUES (batch.program, nextval('chain_link_id'), 0, link_number, 1, batch.postings,
                batch.recorded_at, last_hash,
                sha256(last_hash || convert_to(
                    pg_temp.field(batch.program) || pg_temp.field('0')
                        || pg_temp.field(link_number::text) || pg_temp.field('1')
                        || pg_temp.field(batch.postings::text)
                        || pg_temp.field(pg_temp.micros(batch.recorded_at)), 'UTF8')
                    || batch.digests))
        RETURNING hash INTO last_hash;
    END LOOP;
END
$$;

INSERT INTO chain_head
SELECT DISTINCT ON (program) program, stripe, number, hash
FROM chain_link ORDER BY program, number DESC;

UPDATE posting p
SET link = l.id, digest = ('x' || encode(substring(d.digest, 1, 8), 'hex'))::bit(64)::bigint
FROM digested d JOIN chain_link l USING (program, recorded_at)
WHERE p.id = d.id;

ALTER TABLE posting ENABLE TRIGGER posting_append_only;

ALTER TABLE posting ALTER link SET NOT NULL, ALTER digest SET NOT NULL;

-- What each nightly check of a program found. The fingerprints are also in the log of the service,
-- out of reach of whoever can write to this database.
CREATE TABLE integrity_check (
    program       text   NOT NULL,
    day           date   NOT NULL,
    postings      bigint NOT NULL DEFAULT 0, -- that were compared with their links
    faults        bigint NOT NULL DEFAULT 0, -- of links and their postings
    discrepancies bigint NOT NULL DEFAULT 0, -- balances and days that postings don't add up to
    first         text,                      -- the first thing that is wrong, a sentence
    fingerprint   text,                      -- of the ends of the program's chains
    finished_at   timestamptz,
    PRIMARY KEY (program, day)
);
