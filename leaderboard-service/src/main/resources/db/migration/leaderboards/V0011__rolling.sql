-- Boards of the last days. Which day is today for all rolling rankings of a program: they are sums of
-- the days up to it, and it moves on in the transaction that changes them.
CREATE TABLE rolled (
    program text COLLATE "C" PRIMARY KEY,
    today   date NOT NULL
);

ALTER TABLE kept DROP CONSTRAINT kept_cycle_check;
ALTER TABLE kept ADD CHECK (cycle ~ '^(day|week|month|quarter|year|all-time|P[0-9]{1,3}D|[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})$');

-- Who has points on the days that leave and come.
CREATE INDEX daily_by_day ON daily (book, day);
