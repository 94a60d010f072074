-- What members earned on each local day in the wallet that their program's tiers follow: what was
-- issued, less what was taken back. Worked out from the journal when tiers first look at a member,
-- and kept up in the transactions that book.
CREATE TABLE tier_earning (
    program text   NOT NULL,
    member  text   NOT NULL,
    wallet  text   NOT NULL,
    day     date   NOT NULL,
    points  bigint NOT NULL,
    PRIMARY KEY (program, member, wallet, day)
) WITH (fillfactor = 80);

CREATE TABLE member_tier (
    program  text   NOT NULL,
    member   text   NOT NULL,
    wallet   text   NOT NULL, -- whose earnings are kept
    day      date   NOT NULL, -- where points had led at its beginning:
    level    text,            -- this tier,
    falls    date,            -- which is lost then if too little is earned,
    warned   date,            -- and the last fall that was told of
    tier     text,            -- what was told: with invitations, and with the day's points
    since    date   NOT NULL,
    revision bigint NOT NULL CHECK (revision >= 0),
    due      date,            -- the night that has to look at it
    version  text   NOT NULL, -- of the tiers that it was judged by
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);

-- What members were told.
CREATE TABLE tier_change (
    program     text        NOT NULL,
    member      text        NOT NULL,
    revision    bigint      NOT NULL CHECK (revision > 0),
    kind        text        NOT NULL CHECK (kind IN ('raised', 'lowered', 'warned')),
    day         date        NOT NULL,
    from_tier   text,
    to_tier     text,
    falls       date,
    invited     boolean     NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (program, member, revision)
);

CREATE TABLE tier_invitation (
    id          uuid        PRIMARY KEY,
    program     text        NOT NULL,
    member      text        NOT NULL,
    tier        text        NOT NULL,
    from_day    date        NOT NULL,
    until_day   date        CHECK (until_day >= from_day), -- its last day
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX tier_invitation_member ON tier_invitation (program, member);
