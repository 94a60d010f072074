-- A score moves in two indexes whenever points do: a number in place of three texts makes both half
-- the size.
CREATE TABLE ranking (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program text COLLATE "C" NOT NULL,
    wallet  text COLLATE "C" NOT NULL,
    period  text COLLATE "C" NOT NULL CHECK (period ~ '^(all-time|[0-9]{4}-[0-9]{2})$'),
    UNIQUE (program, wallet, period)
);

ALTER TABLE score RENAME TO score_by_name;
DROP INDEX score_order;

INSERT INTO ranking (program, wallet, period)
SELECT DISTINCT program, wallet, period FROM score_by_name ORDER BY program, wallet, period;

-- Each member's score per wallet: over all time, and in each month that has an entry. Boards are
-- views onto it, so a board that is added later is right at once. No foreign key: rankings are never
-- deleted, and every writer finds their ids by joining.
CREATE TABLE score (
    ranking    integer          NOT NULL,
    member     text COLLATE "C" NOT NULL,
    score      bigint           NOT NULL,
    -- Time of the latest event that gave points, 'infinity' where none ever did.
    reached_at timestamptz      NOT NULL,
    PRIMARY KEY (ranking, member)
) WITH (fillfactor = 80);

INSERT INTO score (ranking, member, score, reached_at)
SELECT r.id, s.member, s.score, s.reached_at
FROM score_by_name s JOIN ranking r USING (program, wallet, period);

DROP TABLE score_by_name;

-- The order of every board; see Standings.
CREATE INDEX score_order ON score (ranking, score DESC, reached_at, member);
