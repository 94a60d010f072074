package dev.laurel.scoring.jobs;

import java.util.List;

/** What is done in a night, in this order. A stage begins when the one before has ended. */
public enum Stage {
    /** Points become spendable. */
    ACTIVATION,
    /** Points expire. */
    EXPIRY,
    /** Points of members who did nothing for long expire. */
    INACTIVITY,
    /** Tiers are reviewed, over what the stages before have left. */
    TIERS,
    /** What is kept is compared with what the postings say. */
    INTEGRITY;

    /** All of them, first to last. */
    static final List<Stage> ORDER = List.of(values());
}
