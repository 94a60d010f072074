package dev.laurel.scoring.exchanges;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.programs.ExchangePlan;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that a member exchanges.
 *
 * @param id its id; the ledger has it as the id of the posting that takes
 * @param counterpart the id of the posting that gives
 * @param member who does
 * @param plan at which rate
 * @param points how many are taken, a multiple of what the plan says
 * @param recordedAt when it is booked
 */
public record Exchange(
        UUID id,
        UUID counterpart,
        Member member,
        ExchangePlan plan,
        long points,
        Instant recordedAt) {

    public Exchange {
        if (points <= 0 || points % plan.paid() != 0) {
            throw new IllegalArgumentException(
                    "Expected a multiple of %d points above 0, but it was %d."
                            .formatted(plan.paid(), points));
        }
    }

    /**
     * How many are given.
     *
     * @throws ArithmeticException when they are more than can be kept
     */
    public long given() {
        return Math.multiplyExact(points / plan.paid(), plan.given());
    }
}
