-- The first version of the sequence is the one that nearly all rows of before began with: of a member
-- who is due again, a courier that stood still would take it for the one that it began with.
SELECT nextval('pending_version');

-- Whether anything is taken in: where nothing is, nothing waits and nothing is in the way.
ALTER TABLE connection ADD COLUMN takes_in boolean NOT NULL GENERATED ALWAYS AS (
    coalesce(
        settings #>> '{inbound,fields}' <> '{}'
            OR settings #>> '{inbound,events}' <> '{}'
            OR settings #>> '{inbound,purchaseType}' IS NOT NULL,
        false)) STORED;
