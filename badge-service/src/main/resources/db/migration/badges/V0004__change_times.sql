-- How many of a badge the member had after a change; unknown for changes before this.
ALTER TABLE award_change ADD COLUMN times integer CHECK (times >= 0);
