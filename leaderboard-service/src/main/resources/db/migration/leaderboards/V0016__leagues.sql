-- Leagues: the members of a board in divisions, and within these in groups of a few. docs/boards.md says
-- who is in which, and what a period's end does.

-- A period of a board with groups. What the program said when it was opened holds until it is sealed.
CREATE TABLE league (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program     text COLLATE "C" NOT NULL,
    leaderboard text COLLATE "C" NOT NULL,
    -- Whose scores are compared.
    ranking     integer          NOT NULL REFERENCES ranking,
    -- The period's first day: leagues of a board follow one another by it.
    first_day   date             NOT NULL,
    -- From the lowest to the highest; levels count them from 0.
    divisions   text[]           NOT NULL CHECK (cardinality(divisions) > 1),
    size        integer          NOT NULL CHECK (size > 1),
    promote     integer          NOT NULL CHECK (promote > 0),
    relegate    integer          NOT NULL CHECK (relegate >= 0),
    opened_at   timestamptz      NOT NULL,
    -- Abandoned: the board has other periods, another measure or no leagues any more.
    state       text             NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sealed', 'abandoned')),
    seal        integer          REFERENCES seal CHECK ((seal IS NOT NULL) = (state = 'sealed'))
);

CREATE UNIQUE INDEX league_of_ranking ON league (program, leaderboard, ranking) WHERE state <> 'abandoned';
CREATE UNIQUE INDEX one_open_league ON league (program, leaderboard) WHERE state = 'open';
CREATE INDEX open_league ON league (ranking) WHERE state = 'open';
CREATE UNIQUE INDEX league_of_seal ON league (seal) WHERE seal IS NOT NULL;

-- Who is in which division of a league, numbered in order of entry. The first so many are a group, the
-- next are another one: no group can be larger, and nobody can be in two.
CREATE TABLE seat (
    league integer          NOT NULL REFERENCES league,
    level  integer          NOT NULL CHECK (level >= 0),
    number integer          NOT NULL CHECK (number > 0),
    member text COLLATE "C" NOT NULL,
    PRIMARY KEY (league, level, number),
    UNIQUE (league, member)
);

-- What the end of a period came to for who had a place then.
CREATE TABLE finish (
    league      integer          NOT NULL REFERENCES league,
    member      text COLLATE "C" NOT NULL,
    -- In the group.
    rank        bigint           NOT NULL CHECK (rank > 0),
    level_after integer          NOT NULL CHECK (level_after >= 0),
    PRIMARY KEY (league, member)
);

CREATE INDEX finish_of_member ON finish (member, league);

-- The division that each member enters next, by the last league that they finished; who has none yet
-- enters the lowest.
CREATE TABLE division (
    program     text COLLATE "C" NOT NULL,
    leaderboard text COLLATE "C" NOT NULL,
    member      text COLLATE "C" NOT NULL,
    -- What it was called then, and which it was from below: a version may have other divisions.
    name        text             NOT NULL,
    level       integer          NOT NULL,
    league      integer          NOT NULL REFERENCES league,
    PRIMARY KEY (program, leaderboard, member)
);

CREATE TRIGGER seat_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON seat
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finish_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON finish
    EXECUTE FUNCTION refuse_change();

-- Which of some divisions a member enters who was in one of maybe others: the one of that name, else the
-- one as far from below, else the lowest.
CREATE FUNCTION level_in(divisions text[], name text, level integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_position(divisions, name) - 1,
                    least(coalesce(level, 0), cardinality(divisions) - 1))
$$;

-- Gives seats to those of some members who have a score and no seat yet, who scored earlier first.
CREATE FUNCTION take_seats(entered integer, members text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO seat (league, level, number, member)
    SELECT entered, n.level,
           coalesce((SELECT max(t.number) FROM seat t
                     WHERE t.league = entered AND t.level = n.level), 0)
               + row_number() OVER (PARTITION BY n.level ORDER BY n.reached_at, n.member),
           n.member
    FROM (SELECT s.member, s.reached_at, level_in(l.divisions, d.name, d.level) AS level
          FROM league l
          JOIN score s ON s.ranking = l.ranking AND s.member = ANY (members)
          LEFT JOIN division d ON d.program = l.program AND d.leaderboard = l.leaderboard
               AND d.member = s.member
          WHERE l.id = entered
            AND NOT EXISTS (SELECT FROM seat t WHERE t.league = entered AND t.member = s.member)) AS n
$$;

-- By a trigger, so that no writer of scores can forget. Who writes scores of a program has its rankings
-- to itself until the transaction ends (see ProgramLocks), so no two take the same seat.
CREATE FUNCTION seat_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM take_seats(l.id, array_agg(a.member))
    FROM arrived a JOIN league l ON l.ranking = a.ranking AND l.state = 'open'
    GROUP BY l.id;
    RETURN NULL;
END $$;

CREATE TRIGGER seat_arrived AFTER INSERT ON score REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION seat_arrived();
