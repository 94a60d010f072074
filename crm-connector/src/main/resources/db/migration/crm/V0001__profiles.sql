-- What a CRM is to know of each member, one row per member: what comes from each topic replaces its
-- entries in one document, so a record costs one row whatever it says.
CREATE TABLE profile (
    program         text COLLATE "C" NOT NULL,
    member          text COLLATE "C" NOT NULL,
    wallets         jsonb            NOT NULL DEFAULT '{}',
    badges          jsonb            NOT NULL DEFAULT '{}',
    challenges      jsonb            NOT NULL DEFAULT '{}',
    last_activity   timestamptz,
    -- The newest record that was taken in for each document; see Mark.
    wallets_line    integer          NOT NULL DEFAULT 0,
    wallets_mark    bigint           NOT NULL DEFAULT -1,
    badges_line     integer          NOT NULL DEFAULT 0,
    badges_mark     bigint           NOT NULL DEFAULT -1,
    challenges_line integer          NOT NULL DEFAULT 0,
    challenges_mark bigint           NOT NULL DEFAULT -1,
    -- Counts the changes that a CRM would see.
    revision        bigint           NOT NULL DEFAULT 0,
    changed_at      timestamptz      NOT NULL,
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);
