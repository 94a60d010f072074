-- When a contact was to be made for the member. It is noted before the CRM is asked: after a crash
-- there may be one that nobody knows of. None is made for who had one before, which "sent_at" says
-- without this: people may have deleted it.
ALTER TABLE link ADD COLUMN made_at timestamptz;
