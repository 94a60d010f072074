-- How many of a badge a member has, where it is issued once for each of several things.
ALTER TABLE award ADD COLUMN times integer NOT NULL DEFAULT 1 CHECK (times >= 0);
UPDATE award SET times = 0 WHERE status = 'REVOKED';
ALTER TABLE award ADD CHECK ((times > 0) = (status = 'ISSUED'));
