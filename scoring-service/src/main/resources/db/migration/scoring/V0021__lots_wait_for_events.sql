-- Points that wait for an event: its type. activates_at is when they become active if it does not
-- come, 'infinity' for never; when it comes, both ends of the term are moved.

ALTER TABLE lot ADD until_event text;
