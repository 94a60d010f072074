-- Pictures that were uploaded, as they were made safe. Badges without one are drawn.
CREATE TABLE artwork (
    program    text COLLATE "C" NOT NULL,
    badge      text COLLATE "C" NOT NULL,
    svg        text             NOT NULL,
    revision   uuid             NOT NULL DEFAULT gen_random_uuid(),
    updated_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (program, badge)
);
