-- The order of a ranking is ascending in (rev, reached_at, member): one comparison of rows, which an
-- index can seek by.
ALTER TABLE score ADD COLUMN rev bigint NOT NULL GENERATED ALWAYS AS (~score) STORED;
DROP INDEX score_order;
CREATE INDEX score_order ON score (ranking, rev, reached_at, member);

ALTER TABLE sealed_score ADD COLUMN rev bigint NOT NULL GENERATED ALWAYS AS (~score) STORED;
DROP INDEX sealed_score_order;
CREATE INDEX sealed_score_order ON sealed_score (seal, rev, reached_at, member);

-- Ranks without counting everybody ahead: fences divide a ranking into stretches and say how many
-- places each has, from its own beginning to that of the next. Changed in the transaction that
-- changes the scores, by triggers, so that no writer can forget.
CREATE TABLE fence (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- A ranking, or a seal as a negative number.
    ranking    integer          NOT NULL,
    -- Where it begins; it need not be anybody's place. The first of each ranking is before all.
    rev        bigint           NOT NULL,
    reached_at timestamptz      NOT NULL,
    member     text COLLATE "C" NOT NULL,
    places     bigint           NOT NULL,
    UNIQUE (ranking, rev, reached_at, member) INCLUDE (id)
) WITH (fillfactor = 50);

CREATE FUNCTION first_fence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fence (ranking, rev, reached_at, member, places)
    VALUES (NEW.id, -9223372036854775808, '-infinity', '', 0);
    RETURN NULL;
END $$;

CREATE TRIGGER first_fence AFTER INSERT ON ranking FOR EACH ROW EXECUTE FUNCTION first_fence();

-- Who writes scores of a program has its rankings to itself until the transaction ends (see
-- ProgramLocks), so these never wait for each other in a circle.
CREATE FUNCTION count_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE fence f SET places = f.places + m.n
    FROM (
        SELECT own.id, count(*) AS n FROM arrived a CROSS JOIN LATERAL (
            SELECT id FROM fence
            WHERE ranking = a.ranking
              AND (rev, reached_at, member) <= (a.rev, a.reached_at, a.member)
            ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1) AS own
        GROUP BY own.id) AS m
    WHERE f.id = m.id;
    RETURN NULL;
END $$;

CREATE FUNCTION count_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE fence f SET places = f.places - m.n
    FROM (
        SELECT own.id, count(*) AS n FROM gone g CROSS JOIN LATERAL (
            SELECT id FROM fence
            WHERE ranking = g.ranking
              AND (rev, reached_at, member) <= (g.rev, g.reached_at, g.member)
            ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1) AS own
        GROUP BY own.id) AS m
    WHERE f.id = m.id;
    RETURN NULL;
END $$;

CREATE FUNCTION count_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE fence f SET places = f.places + m.n
    FROM (
        SELECT own.id, sum(moved.n)::bigint AS n FROM (
            SELECT ranking, rev, reached_at, member, 1 AS n FROM arrived
            UNION ALL
            SELECT ranking, rev, reached_at, member, -1 FROM gone) AS moved
        CROSS JOIN LATERAL (
            SELECT id FROM fence
            WHERE ranking = moved.ranking
              AND (rev, reached_at, member) <= (moved.rev, moved.reached_at, moved.member)
            ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1) AS own
        GROUP BY own.id HAVING sum(moved.n) <> 0) AS m
    WHERE f.id = m.id;
    RETURN NULL;
END $$;

INSERT INTO fence (ranking, rev, reached_at, member, places)
SELECT r.id, -9223372036854775808, '-infinity', '',
       (SELECT count(*) FROM score s WHERE s.ranking = r.id)
FROM ranking r;

INSERT INTO fence (ranking, rev, reached_at, member, places)
SELECT -s.seal, s.rev, s.reached_at, s.member, least(512, s.size - s.n + 1)
FROM (SELECT seal, rev, reached_at, member, count(*) OVER (PARTITION BY seal) AS size,
             row_number() OVER (PARTITION BY seal ORDER BY rev, reached_at, member) AS n
      FROM sealed_score) AS s
WHERE (s.n - 1) % 512 = 0;

CREATE TRIGGER count_arrived AFTER INSERT ON score REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION count_arrived();
CREATE TRIGGER count_left AFTER DELETE ON score REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION count_left();
CREATE TRIGGER count_moved AFTER UPDATE ON score
    REFERENCING OLD TABLE AS gone NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION count_moved();
