-- The calls of late, for a courier that takes over: how many the current span has and how many the
-- one before it. A span is as long as the connection's window, and begins with a call.
CREATE TABLE call_span (
    program    text COLLATE "C" NOT NULL,
    connection text COLLATE "C" NOT NULL,
    since      timestamptz      NOT NULL,
    millis     bigint           NOT NULL,
    calls      bigint           NOT NULL,
    before     bigint           NOT NULL DEFAULT 0,
    last_call  timestamptz      NOT NULL,
    PRIMARY KEY (program, connection),
    FOREIGN KEY (program, connection) REFERENCES connection ON DELETE CASCADE
) WITH (fillfactor = 50);

-- Of calls that were made before there were spans nothing is known but the last one.
INSERT INTO call_span (program, connection, since, millis, calls, last_call)
SELECT program, connection, max(last_call), 0, 0, max(last_call)
FROM call_count GROUP BY program, connection;
