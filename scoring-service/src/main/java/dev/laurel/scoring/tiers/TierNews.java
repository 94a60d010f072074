package dev.laurel.scoring.tiers;

import java.util.List;

/** Tells others about tiers. */
@FunctionalInterface
public interface TierNews {

    /** Tells, in order, if the transaction is committed. */
    void tell(List<TierChange> changes);
}
