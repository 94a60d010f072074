-- W3C trace contexts of the changes, each with a blank behind it; empty where nobody traces. Other
-- migrations may come to lie before this one: it depends on none but the table's own.
ALTER TABLE pending ADD COLUMN traces text NOT NULL DEFAULT '';
