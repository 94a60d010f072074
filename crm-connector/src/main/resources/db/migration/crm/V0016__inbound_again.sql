-- Of whom a request to be forgotten is: nothing else says so once the contact is gone.
ALTER TABLE set_aside ADD COLUMN member text COLLATE "C";
CREATE INDEX set_aside_member ON set_aside (program, member) WHERE member IS NOT NULL;

-- Purchases that are to be read again, by their ids.
ALTER TABLE set_aside ADD COLUMN again boolean NOT NULL DEFAULT false;
CREATE INDEX set_aside_again ON set_aside (program, connection, id) WHERE again;

-- What waits for somebody, to be counted every few seconds.
CREATE INDEX set_aside_waiting ON set_aside (program, connection, subject) WHERE NOT unlinked;

-- Whose contacts were that are gone, for a while: a request to forget one may come after its end.
CREATE TABLE former_contact (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    contact    text COLLATE "C" NOT NULL,
    member     text COLLATE "C" NOT NULL,
    gone_at    timestamptz      NOT NULL,
    PRIMARY KEY (program, connection, contact),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

CREATE INDEX former_contact_member ON former_contact (program, member);
CREATE INDEX former_contact_gone ON former_contact (gone_at);

-- Contacts that have a member since a moment and something that was set aside for want of one. Rows
-- are only ever added, so that nobody waits for anybody who links other contacts.
CREATE TABLE newly_known (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    contact    text COLLATE "C" NOT NULL,
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
);

CREATE INDEX newly_known_connection ON newly_known (program, connection);

-- Whoever links a contact, or takes one in, can't forget to say so.
CREATE FUNCTION note_known() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO newly_known (program, connection, contact)
    SELECT NEW.program, NEW.connection, NEW.contact
    WHERE EXISTS (
        SELECT FROM set_aside s
        WHERE s.program = NEW.program AND s.connection = NEW.connection
          AND s.contact = NEW.contact AND s.unlinked);
    RETURN NULL;
END $$;

CREATE TRIGGER note_linked AFTER INSERT ON link
    FOR EACH ROW WHEN (NEW.contact IS NOT NULL) EXECUTE FUNCTION note_known();
CREATE TRIGGER note_linked_again AFTER UPDATE OF contact ON link
    FOR EACH ROW WHEN (NEW.contact IS NOT NULL AND NEW.contact IS DISTINCT FROM OLD.contact)
    EXECUTE FUNCTION note_known();
CREATE TRIGGER note_arrived AFTER INSERT ON arrival
    FOR EACH ROW EXECUTE FUNCTION note_known();

-- Since when nothing can be taken in; "at" is when it was tried last.
ALTER TABLE inbound_trouble ADD COLUMN since timestamptz;
