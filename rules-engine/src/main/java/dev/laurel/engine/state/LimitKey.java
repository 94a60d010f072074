package dev.laurel.engine.state;

import dev.laurel.engine.periods.Period;

/**
 * Names a limit cell: points in one wallet within one period.
 *
 * @param limit what the limit belongs to, a rule or a group of rules
 * @param wallet the wallet's id
 * @param per the kind of period
 * @param index which period of that kind, see {@link Period#indexOf}
 * @param whole whether the limit refuses instead of trimming
 * @param object what it is counted for, such as a product; empty for all together
 */
public record LimitKey(
        String limit, String wallet, Period per, long index, boolean whole, String object) {

    /** The same limit for another object. */
    public LimitKey of(String other) {
        return new LimitKey(limit, wallet, per, index, whole, other);
    }

    /** The same limit in another period. */
    public LimitKey at(long other) {
        return new LimitKey(limit, wallet, per, other, whole, object);
    }
}
