-- What was told of the member's tier: one entry, which each record replaces.
ALTER TABLE profile
    ADD COLUMN tier      jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN tier_line integer NOT NULL DEFAULT 0,
    ADD COLUMN tier_mark bigint  NOT NULL DEFAULT -1;
