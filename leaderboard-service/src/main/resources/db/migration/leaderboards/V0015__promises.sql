-- Since when the places of a board have been promised prizes. A period that was over by then gets none:
-- a board that is new, renamed or cut in another way would pay for all its past.
CREATE TABLE promise (
    program     text        NOT NULL,
    leaderboard text        NOT NULL,
    periods     text        NOT NULL, -- what it starts afresh with
    since       timestamptz NOT NULL, -- when the version was published that promised first
    seen        timestamptz NOT NULL, -- the same of the latest version that does
    PRIMARY KEY (program, leaderboard, periods)
);
