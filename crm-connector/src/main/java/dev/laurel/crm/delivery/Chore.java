package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.Optional;

/** What a courier does besides deliveries, out of the same quota, one step at a time. */
public interface Chore {

    /** Nothing. */
    Chore NONE =
            new Chore() {
                @Override
                public Optional<Lane> due(Instant now) {
                    return Optional.empty();
                }

                @Override
                public void step(Lane lane) {
                    throw new IllegalStateException("Expected a chore, but there is none.");
                }
            };

    /** The lane of the step that is to be done now, if there is one. */
    Optional<Lane> due(Instant now);

    /** Does a step of a few calls; what is not done then is due again. */
    void step(Lane lane);
}
