package dev.laurel.crm.vendor;

import java.time.Duration;
import java.util.Optional;

/** What every request to a CRM is drawn from, whatever it is for. */
@FunctionalInterface
public interface Permits {

    /** For what is no CRM, or is counted elsewhere. */
    Permits FREE = _ -> Optional.empty();

    /**
     * Draws a permit, and waits for it where that takes moments.
     *
     * @param weight for how many the vendor counts the request
     * @return nothing when the request may be sent, or why not
     */
    Optional<Wait> draw(int weight);

    /**
     * A request may not be sent.
     *
     * @param pause how long that is so at least
     */
    record Wait(Duration pause, String reason) {}
}
