-- Boards rank by wallets, and by what decisions say besides points: a row of book whose wallet has a
-- colon is of such a measure. Its days hold what the measure says, not what came in.

-- Up to which decision of the member this was taken in: where it is on its partition.
ALTER TABLE participant ADD COLUMN decided bigint NOT NULL DEFAULT -1;

-- Badges that members hold, each by the effect that issued it.
CREATE TABLE held_badge (
    program text COLLATE "C" NOT NULL,
    member  text COLLATE "C" NOT NULL,
    effect  uuid             NOT NULL,
    badge   text COLLATE "C" NOT NULL,
    -- The day of the event that brought it, in the program's zone.
    day     date             NOT NULL,
    PRIMARY KEY (program, member, effect)
);

-- When streaks that go on end, if nothing happens until then.
CREATE TABLE lapse (
    program text COLLATE "C" NOT NULL,
    member  text COLLATE "C" NOT NULL,
    measure text COLLATE "C" NOT NULL,
    at      timestamptz      NOT NULL,
    PRIMARY KEY (program, member, measure)
);

CREATE INDEX lapse_due ON lapse (at);
