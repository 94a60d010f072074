package dev.laurel.scoring.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wallet of a member that points were ever booked in.
 *
 * @param wallet the wallet's id
 * @param available points that can be spent; negative when more was taken than there was
 * @param pending points that can't be used yet
 * @param held points that are reserved
 * @param lifetime all points ever given, less those taken back by reversals
 * @param next what expires next, {@code null} when nothing does
 */
public record Wallet(
        String wallet,
        long available,
        long pending,
        long held,
        long lifetime,
        @Nullable Expiring next) {

    /**
     * Points that expire together.
     *
     * @param at until when they can be used
     * @param points how many
     */
    public record Expiring(Instant at, long points) {}
}
