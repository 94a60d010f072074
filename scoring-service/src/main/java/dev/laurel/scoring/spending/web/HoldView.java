package dev.laurel.scoring.spending.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.spending.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as callers see it, see {@link Hold}.
 *
 * @param status {@code open}, {@code confirmed}, {@code released} or {@code timed-out}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        UUID hold,
        String member,
        String wallet,
        long points,
        @Nullable String reference,
        @Nullable String channel,
        String status,
        long spent,
        long refunded,
        Instant placedAt,
        Instant expiresAt,
        @Nullable Instant closedAt) {

    static HoldView of(Hold hold) {
        return new HoldView(
                hold.id(),
                hold.member().id(),
                hold.wallet(),
                hold.points(),
                hold.reference(),
                hold.channel(),
                hold.status().label(),
                hold.spent(),
                hold.refunded(),
                hold.placedAt(),
                hold.expiresAt(),
                hold.closedAt());
    }
}
