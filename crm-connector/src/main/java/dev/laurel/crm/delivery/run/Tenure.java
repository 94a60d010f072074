package dev.laurel.crm.delivery.run;

import java.time.Duration;

/**
 * How long an instance may serve a connection for that it has the lease of.
 *
 * @param lease until another instance may take it
 * @param margin so long before that no call is begun any more
 */
record Tenure(Duration lease, Duration margin) {

    private static final Duration SOME = Duration.ofSeconds(1);
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(4);

    Tenure {
        if (lease.compareTo(margin.plus(SOME)) < 0) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.couriers.lease of at least %s, but it was %s."
                            .formatted(margin.plus(SOME), lease));
        }
    }

    /**
     * @param patience how long a call may take, which has to end before the lease does
     */
    static Tenure of(Duration lease, Duration patience) {
        return new Tenure(lease, patience.plus(SOME));
    }

    /** How long calls may be begun, from before the lease was asked for. */
    Duration usable() {
        return lease.minus(margin);
    }

    /** How old a lease may get before it is asked for again. */
    Duration renewal() {
        Duration third = usable().dividedBy(3);
        return third.compareTo(LONGEST_RENEWAL) < 0 ? third : LONGEST_RENEWAL;
    }
}
