-- Streaks, as they stood at their last activity and until they end.
ALTER TABLE profile
    ADD COLUMN streaks      jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN streaks_line integer NOT NULL DEFAULT 0,
    ADD COLUMN streaks_mark bigint  NOT NULL DEFAULT -1,
    -- When the first of them ends if there is no activity before; no record tells of that.
    ADD COLUMN streak_ends  timestamptz;

CREATE INDEX profile_streak_ends ON profile (streak_ends) WHERE streak_ends IS NOT NULL;

-- Whoever changes streaks can't forget to say so.
CREATE FUNCTION note_streak_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.streak_ends := (
        SELECT min((streak.value ->> 'endsAt')::timestamptz) FROM jsonb_each(NEW.streaks) streak);
    RETURN NEW;
END $$;

CREATE TRIGGER note_streak_ends BEFORE INSERT OR UPDATE OF streaks ON profile
    FOR EACH ROW WHEN (NEW.streaks <> '{}') EXECUTE FUNCTION note_streak_ends();
