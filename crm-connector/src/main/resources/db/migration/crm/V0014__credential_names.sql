-- Which credentials are sealed, without opening them: a CRM may have more than one way in.
ALTER TABLE connection ADD COLUMN credential_names text[] NOT NULL DEFAULT '{}';
