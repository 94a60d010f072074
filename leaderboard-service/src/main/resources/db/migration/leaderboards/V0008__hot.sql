-- Rankings that Valkey has a copy of.
CREATE TABLE hot (
    ranking integer PRIMARY KEY,
    -- Which copy; each is made under keys of its own.
    epoch   bigint  NOT NULL,
    -- Up to where the copy was brought for certain. It may be further, by what is still in
    -- changed_score; it is never trusted with less.
    token   bigint  NOT NULL,
    ready   boolean NOT NULL
);

CREATE SEQUENCE hot_token;

-- Whose scores in hot rankings have changed and may not be in the copy yet.
CREATE TABLE changed_score (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ranking integer          NOT NULL,
    member  text COLLATE "C" NOT NULL,
    at      timestamptz      NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION note_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO changed_score (ranking, member)
    SELECT ranking, member FROM arrived JOIN hot USING (ranking);
    RETURN NULL;
END $$;

CREATE FUNCTION note_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO changed_score (ranking, member)
    SELECT ranking, member FROM gone JOIN hot USING (ranking);
    RETURN NULL;
END $$;

CREATE FUNCTION note_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO changed_score (ranking, member)
    SELECT ranking, member FROM (
        SELECT ranking, member FROM arrived UNION SELECT ranking, member FROM gone) AS moved
    JOIN hot USING (ranking);
    RETURN NULL;
END $$;

CREATE TRIGGER note_arrived AFTER INSERT ON score REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION note_arrived();
CREATE TRIGGER note_left AFTER DELETE ON score REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION note_left();
CREATE TRIGGER note_moved AFTER UPDATE ON score
    REFERENCING OLD TABLE AS gone NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION note_moved();
