-- How far each member's ledger entries were taken in. The row is locked while the member's scores
-- change, so that two instances cannot count an entry twice while partitions move.
CREATE TABLE participant (
    program  text COLLATE "C" NOT NULL,
    member   text COLLATE "C" NOT NULL,
    sequence bigint           NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    PRIMARY KEY (program, member)
) WITH (fillfactor = 80);

-- Each member's score per wallet: over all time, and in each month that has an entry. Boards are
-- views onto it, so a board that is added later is right at once.
CREATE TABLE score (
    program    text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    wallet     text COLLATE "C" NOT NULL,
    period     text COLLATE "C" NOT NULL CHECK (period ~ '^(all-time|[0-9]{4}-[0-9]{2})$'),
    score      bigint           NOT NULL,
    -- Time of the latest event that gave points, 'infinity' where none ever did.
    reached_at timestamptz      NOT NULL,
    PRIMARY KEY (program, member, wallet, period)
) WITH (fillfactor = 80);

-- The order of every board; see Standings.
CREATE INDEX score_order ON score (program, wallet, period, score DESC, reached_at, member);
