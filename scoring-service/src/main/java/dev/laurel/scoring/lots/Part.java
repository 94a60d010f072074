package dev.laurel.scoring.lots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a hold reserves of one lot.
 *
 * @param lot the lot, {@code null} for points without a term
 * @param points how many were reserved
 * @param spent how many of those were spent
 * @param returned how many of those went back without being spent
 * @param refunded how many of the spent were given back
 */
public record Part(@Nullable UUID lot, long points, long spent, long returned, long refunded) {

    static Part reserved(@Nullable UUID lot, long points) {
        return new Part(lot, points, 0, 0, 0);
    }

    long held() {
        return points - spent - returned;
    }

    long refundable() {
        return spent - refunded;
    }

    Part spend(long more) {
        return new Part(lot, points, spent + more, returned, refunded);
    }

    Part giveBack(long more) {
        return new Part(lot, points, spent, returned + more, refunded);
    }

    Part refund(long more) {
        return new Part(lot, points, spent, returned, refunded + more);
    }
}
