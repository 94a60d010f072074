-- A ranking is of members or of teams; score.member is the team's name in the latter.
ALTER TABLE ranking ADD COLUMN by_team boolean NOT NULL DEFAULT false;
ALTER TABLE ranking DROP CONSTRAINT ranking_program_wallet_period_key;
ALTER TABLE ranking ADD UNIQUE (program, wallet, period, by_team);
