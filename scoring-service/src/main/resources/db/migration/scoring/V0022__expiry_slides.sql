-- Points that expire some time after the member was last active. expires_at of such a lot is when it
-- ends at the earliest: it is moved on when it is due, not with every event. When it really ends, the
-- spans of time say within which the member was active often enough; they do not overlap.

ALTER TABLE lot ADD sliding boolean NOT NULL DEFAULT false;

CREATE TABLE activity_run (
    program text        NOT NULL,
    member  text        NOT NULL,
    wallet  text        NOT NULL,
    since   timestamptz NOT NULL,
    until   timestamptz NOT NULL CHECK (until > since),
    PRIMARY KEY (program, member, wallet, since)
) WITH (fillfactor = 70);

-- Lots with the ends that they have after all.
CREATE VIEW lot_now AS
SELECT lot.id, lot.program, lot.member, lot.wallet, lot.given, lot.earned_at, lot.activates_at,
       coalesce(run.until, lot.expires_at) AS expires_at,
       lot.pending, lot.open, lot.held, lot.used, lot.expired, lot.taken, lot.steps, lot.due_at,
       lot.until_event, lot.sliding
FROM lot
LEFT JOIN activity_run AS run
    ON lot.sliding AND run.program = lot.program AND run.member = lot.member
    AND run.wallet = lot.wallet AND run.since < lot.expires_at AND run.until > lot.expires_at;
