-- A rank in three steps instead of two: a section says how many places a run of fences has, so that
-- some dozens of sections and some dozens of fences are summed up however many places there are.
CREATE TABLE section (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As in fence.
    ranking    integer          NOT NULL,
    -- Where it begins; it need not be any fence's place. The first of each ranking is before all.
    rev        bigint           NOT NULL,
    reached_at timestamptz      NOT NULL,
    member     text COLLATE "C" NOT NULL,
    places     bigint           NOT NULL,
    UNIQUE (ranking, rev, reached_at, member) INCLUDE (id)
) WITH (fillfactor = 50);

INSERT INTO section (ranking, rev, reached_at, member, places)
SELECT ranking, -9223372036854775808, '-infinity', '', sum(places) FROM fence GROUP BY ranking;

-- The last one that does not begin behind the fence.
ALTER TABLE fence ADD COLUMN section bigint;
UPDATE fence f SET section = s.id FROM section s WHERE s.ranking = f.ranking;
ALTER TABLE fence ALTER COLUMN section SET NOT NULL;
CREATE INDEX fence_section ON fence (section);

-- Whoever adds fences, also an older version, need not know of sections.
CREATE FUNCTION find_section() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT id INTO NEW.section FROM section
    WHERE ranking = NEW.ranking
      AND (rev, reached_at, member) <= (NEW.rev, NEW.reached_at, NEW.member)
    ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1;
    IF NOT FOUND THEN
        INSERT INTO section (ranking, rev, reached_at, member, places)
        VALUES (NEW.ranking, -9223372036854775808, '-infinity', '', 0)
        RETURNING id INTO NEW.section;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER find_section BEFORE INSERT ON fence FOR EACH ROW EXECUTE FUNCTION find_section();

CREATE FUNCTION count_fenced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE section s SET places = s.places + m.n
    FROM (SELECT section, sum(places)::bigint AS n FROM fenced GROUP BY section) AS m
    WHERE s.id = m.section AND m.n <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION count_unfenced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE section s SET places = s.places - m.n
    FROM (SELECT section, sum(places)::bigint AS n FROM unfenced GROUP BY section) AS m
    WHERE s.id = m.section AND m.n <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION count_refenced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE section s SET places = s.places + m.n
    FROM (
        SELECT section, sum(n)::bigint AS n FROM (
            SELECT section, places AS n FROM fenced
            UNION ALL
            SELECT section, -places FROM unfenced) AS changed
        GROUP BY section) AS m
    WHERE s.id = m.section AND m.n <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER count_fenced AFTER INSERT ON fence REFERENCING NEW TABLE AS fenced
    FOR EACH STATEMENT EXECUTE FUNCTION count_fenced();
CREATE TRIGGER count_unfenced AFTER DELETE ON fence REFERENCING OLD TABLE AS unfenced
    FOR EACH STATEMENT EXECUTE FUNCTION count_unfenced();
CREATE TRIGGER count_refenced AFTER UPDATE ON fence
    REFERENCING OLD TABLE AS unfenced NEW TABLE AS fenced
    FOR EACH STATEMENT EXECUTE FUNCTION count_refenced();
