package dev.laurel.rules.simulations;

import java.util.Locale;

/** Where a simulation stands. */
public enum SimulationState {
    /** It waits for the one before it. */
    QUEUED,
    RUNNING,
    /** It has a result. */
    DONE,
    /** It could not be finished; its reason says why. */
    FAILED,
    /** Somebody did not want it any more. */
    CANCELLED,
    /** The process that ran it is gone; it can be asked for again. */
    INTERRUPTED;

    /** The word that answers have for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
