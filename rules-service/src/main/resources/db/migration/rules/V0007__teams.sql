-- Where teams stand with the challenges that they do together, as the news of them say.
CREATE TABLE team_progress (
    program     text    NOT NULL,
    team        text    NOT NULL,
    challenge   text    NOT NULL,
    -- First day of the latest time of one that repeats with the calendar.
    occurrence  date,
    -- Counts the changes of that time; news come from several partitions, in any order.
    revision    integer NOT NULL,
    -- {step: value}
    steps       jsonb   NOT NULL,
    completions integer NOT NULL,
    PRIMARY KEY (program, team, challenge)
) WITH (fillfactor = 70);
