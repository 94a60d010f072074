-- Whose points of which wallet are counted: those of members, or those of teams.
CREATE TABLE book (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program text COLLATE "C" NOT NULL,
    wallet  text COLLATE "C" NOT NULL,
    by_team boolean          NOT NULL,
    UNIQUE (program, wallet, by_team)
);

-- What each member, or team, got on each day, for every wallet and whether or not a board asks for
-- it. Any period is a sum of days, so a board that is added later is right at once.
CREATE TABLE daily (
    book       integer          NOT NULL,
    member     text COLLATE "C" NOT NULL,
    day        date             NOT NULL,
    score      bigint           NOT NULL,
    -- Time of the latest event that gave points, 'infinity' where none did.
    reached_at timestamptz      NOT NULL,
    PRIMARY KEY (book, member, day)
) WITH (fillfactor = 80);

-- How time is cut for which boards: these rankings are kept up to date with every posting.
CREATE TABLE kept (
    program text COLLATE "C" NOT NULL,
    wallet  text COLLATE "C" NOT NULL,
    by_team boolean          NOT NULL,
    -- day, week, month, quarter, year, all-time, or the first and the last day of a season.
    cycle   text COLLATE "C" NOT NULL
        CHECK (cycle ~ '^(day|week|month|quarter|year|all-time|[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
    PRIMARY KEY (program, wallet, by_team, cycle)
);

ALTER TABLE ranking DROP CONSTRAINT ranking_period_check;
ALTER TABLE ranking ADD COLUMN cycle text COLLATE "C";
UPDATE ranking SET cycle = CASE period WHEN 'all-time' THEN 'all-time' ELSE 'month' END;
ALTER TABLE ranking ALTER COLUMN cycle SET NOT NULL;
-- When its first score came in: by the clock of the service, not by that of the events.
ALTER TABLE ranking ADD COLUMN since timestamptz NOT NULL DEFAULT now();
ALTER TABLE ranking ALTER COLUMN since DROP DEFAULT;

-- Until now there were months and no days. What was earned before this migration counts on the first
-- day of its month: right for months, quarters, years and all time, too early for shorter periods.
INSERT INTO book (program, wallet, by_team)
SELECT DISTINCT program, wallet, by_team FROM ranking;

INSERT INTO daily (book, member, day, score, reached_at)
SELECT b.id, s.member, to_date(r.period || '-01', 'YYYY-MM-DD'), s.score, s.reached_at
FROM ranking r JOIN score s ON s.ranking = r.id JOIN book b USING (program, wallet, by_team)
WHERE r.cycle = 'month';

INSERT INTO kept (program, wallet, by_team, cycle)
SELECT DISTINCT program, wallet, by_team, cycle FROM ranking;
