package dev.laurel.scoring.jobs;

import org.jspecify.annotations.Nullable;

/** Work of one stage of every night of every program. Beans of this type are found and run. */
public interface NightlyJob {

    /** When in the night; no two jobs have the same. */
    Stage stage();

    /**
     * Does the next portion. Runs in a transaction that also keeps where it ended: what it writes
     * to the database and that it has done so are committed together, so a portion counts once
     * whatever dies and however many instances run. No two portions of a program run at the same
     * time. Keep a portion to some hundred members or a few seconds.
     *
     * @param after what the portion before gave as {@link Portion#next}, {@code null} for the first
     * @throws RuntimeException when it can't be done now: the night stays where it was and is tried
     *     again; other programs go on
     */
    Portion work(Night night, @Nullable String after);
}
