-- {mechanic: {"changed": version, "choice": …, "restarted": version}}
ALTER TABLE program_version ADD COLUMN revisions json NOT NULL DEFAULT '{}';
