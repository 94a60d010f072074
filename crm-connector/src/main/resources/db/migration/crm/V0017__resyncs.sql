-- How often everything was to be sent again, and up to which of these times it was.
ALTER TABLE connection ADD COLUMN resyncs bigint NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN resynced bigint NOT NULL DEFAULT 0;

-- No version of a change comes twice, even where its row went and came again: a courier that stood
-- still in between would take the new one for the one that it began with.
CREATE SEQUENCE pending_version INCREMENT BY 1000000;
ALTER TABLE pending ALTER COLUMN version SET DEFAULT nextval('pending_version');

-- Why a reconciliation does not go on.
ALTER TABLE reconciliation ADD COLUMN trouble text NOT NULL DEFAULT '';
