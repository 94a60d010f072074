-- What members said of being written to CRMs; see Mark. Who never said anything has no row.
CREATE TABLE consent (
    program text COLLATE "C" NOT NULL,
    member  text COLLATE "C" NOT NULL,
    given   boolean          NOT NULL,
    line    integer          NOT NULL,
    mark    bigint           NOT NULL,
    PRIMARY KEY (program, member)
);

-- Members who were erased, for ever: what is still to come about them is written nowhere. "told" is
-- whether the registry has heard that their contacts are cleared.
CREATE TABLE erasure (
    program text COLLATE "C" NOT NULL,
    member  text COLLATE "C" NOT NULL,
    told    boolean          NOT NULL DEFAULT false,
    PRIMARY KEY (program, member)
);

CREATE INDEX erasure_untold ON erasure (program, member) WHERE NOT told;
