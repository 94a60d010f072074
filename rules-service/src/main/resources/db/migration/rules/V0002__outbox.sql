-- As laurel-outbox wants it.
CREATE TABLE outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic           text  NOT NULL,
    kafka_partition integer,
    key             bytea NOT NULL,
    value           bytea NOT NULL,
    headers         text  NOT NULL DEFAULT ''
) WITH (
    fillfactor = 100,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_threshold = -1
);
