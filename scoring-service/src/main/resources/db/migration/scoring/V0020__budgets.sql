-- How far budgets are used. Its row is the lock: whoever gives from a budget holds it.
CREATE TABLE budget (
    program      text    NOT NULL,
    id           text    NOT NULL,
    wallet       text    NOT NULL,
    amount       bigint  NOT NULL DEFAULT 0 CHECK (amount >= 0), -- by the version below
    version      integer NOT NULL DEFAULT 0, -- the latest that gave anything
    used         bigint  NOT NULL DEFAULT 0 CHECK (used >= 0), -- given and not taken back
    -- The amount, or what was used already when the program lowered the amount below that.
    ceiling      bigint  NOT NULL DEFAULT 0 CHECK (ceiling >= amount),
    told         integer NOT NULL DEFAULT 0, -- percent of the amount that was told of
    short_awards bigint  NOT NULL DEFAULT 0,
    short_points bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (program, id),
    CONSTRAINT budget_not_exceeded CHECK (used <= ceiling)
) WITH (fillfactor = 50);

-- What awards got from budgets. A budget's `used` is the sum of granted - returned.
CREATE TABLE budget_draw (
    effect       uuid    PRIMARY KEY, -- the award; its posting has the same id where there is one
    program      text    NOT NULL,
    member       text    NOT NULL,
    wallet       text    NOT NULL,
    budgets      text[]  NOT NULL,
    asked        bigint  NOT NULL CHECK (asked > 0),
    granted      bigint  NOT NULL CHECK (granted BETWEEN 0 AND asked),
    missing      bigint  NOT NULL CHECK (missing BETWEEN 0 AND asked - granted), -- of returns' reach
    returned     bigint  NOT NULL CHECK (returned BETWEEN 0 AND granted),
    cause_kind   text    NOT NULL,
    cause_id     text    NOT NULL,
    event_source text    NOT NULL,
    event_id     text    NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

-- For the list of awards that got too little.
CREATE INDEX budget_draw_short ON budget_draw (program, recorded_at, effect) WHERE granted < asked;

-- What returns did not have to take, as it had never been given.
CREATE TABLE budget_absorbed (
    effect uuid   PRIMARY KEY, -- the return's
    undoes uuid   NOT NULL,
    points bigint NOT NULL CHECK (points > 0)
);

-- Budgets that are not what was drawn from them: empty unless something is wrong.
CREATE VIEW budget_discrepancy AS
SELECT b.program, b.id, b.used, coalesce(d.used, 0) AS drawn
FROM budget b
LEFT JOIN (
    SELECT program, budget, sum(granted - returned) AS used
    FROM budget_draw CROSS JOIN LATERAL unnest(budgets) AS budget
    GROUP BY program, budget
) AS d ON d.program = b.program AND d.budget = b.id
WHERE b.used <> coalesce(d.used, 0);
