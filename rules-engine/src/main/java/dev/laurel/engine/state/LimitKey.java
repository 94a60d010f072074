package dev.laurel.engine.state;

import dev.laurel.engine.periods.Period;

/**
 * Names a limit cell: one rule's points in one wallet within one period.
 *
 * @param rule the rule's id
 * @param wallet the wallet's id
 * @param per the kind of period
 * @param index which period of that kind, see {@link Period#indexOf}
 * @param whole whether the limit refuses instead of trimming
 */
public record LimitKey(String rule, String wallet, Period per, long index, boolean whole) {}
