-- The last decision of a member whose metrics were taken in. Column wallet of tier_earning and
-- member_tier has 'metric:<id>', and points are millionths, where tiers go by a metric.
CREATE TABLE measured (
    program text   NOT NULL,
    member  text   NOT NULL,
    decided bigint NOT NULL, -- its offset on laurel.decisions
    PRIMARY KEY (program, member)
) WITH (fillfactor = 70);
