-- What a key signs by, as tokens call it.
ALTER TABLE signing_key ADD COLUMN algorithm text NOT NULL DEFAULT 'EdDSA';
ALTER TABLE signing_key ALTER COLUMN algorithm DROP DEFAULT;
