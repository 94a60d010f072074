-- What boards know of members: whether they may be seen, and what groups they are in. No names.
CREATE TABLE profile (
    program   text COLLATE "C" NOT NULL,
    member    text COLLATE "C" NOT NULL,
    -- Who refused, staff, testers, the erased.
    hidden    boolean          NOT NULL,
    -- As audiences are written: segment:vip, team:red, attribute:store=soho.
    groups    text[]           NOT NULL,
    -- Where on its partition of laurel.members this was said: what was said before changes nothing.
    at_offset bigint           NOT NULL,
    PRIMARY KEY (program, member)
);

-- A ranking is of everyone (''), or of an audience. Only who belongs into it has a row in score.
ALTER TABLE ranking ADD COLUMN audience text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE ranking DROP CONSTRAINT ranking_program_wallet_period_by_team_key;
ALTER TABLE ranking ADD UNIQUE (program, wallet, period, by_team, audience);

ALTER TABLE kept ADD COLUMN audience text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE kept DROP CONSTRAINT kept_pkey;
ALTER TABLE kept ADD PRIMARY KEY (program, wallet, by_team, cycle, audience);

ALTER TABLE seal ADD COLUMN audience text COLLATE "C" NOT NULL DEFAULT '';
