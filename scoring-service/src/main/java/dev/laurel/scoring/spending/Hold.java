package dev.laurel.scoring.spending;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member has reserved.
 *
 * @param id its id
 * @param member whose points
 * @param wallet the wallet
 * @param points how many, above 0
 * @param reference what the caller knows it by, such as an order's number
 * @param channel which of the program's channels it came through, {@code null} for none
 * @param status what became of it
 * @param spent how many of the points were spent, once it is confirmed
 * @param refunded how many of those were given back
 * @param placedAt when it was placed
 * @param expiresAt from when on it can't be confirmed any more
 * @param closedAt when it ended, {@code null} while it is open
 */
public record Hold(
        UUID id,
        Member member,
        String wallet,
        long points,
        @Nullable String reference,
        @Nullable String channel,
        Status status,
        long spent,
        long refunded,
        Instant placedAt,
        Instant expiresAt,
        @Nullable Instant closedAt) {

    /** What became of it. */
    public enum Status {
        OPEN,
        CONFIRMED,
        RELEASED,
        TIMED_OUT;

        /** For people and the database, such as {@code timed-out}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A hold that is just being placed. */
    static Hold placed(
            UUID id,
            MemberWallet wallet,
            long points,
            @Nullable String reference,
            @Nullable String channel,
            Instant now,
            Instant expiresAt) {
        return new Hold(
                id,
                wallet.member(),
                wallet.wallet(),
                points,
                reference,
                channel,
                Status.OPEN,
                0,
                0,
                now,
                expiresAt,
                null);
    }

    /** Where its points come from. */
    public MemberWallet memberWallet() {
        return new MemberWallet(member, wallet);
    }

    /**
     * Whether it can be confirmed: one whose time is up can't be, whether or not that is booked.
     */
    boolean isOpen(Instant now) {
        return status == Status.OPEN && now.isBefore(expiresAt);
    }

    boolean isOverdue(Instant now) {
        return status == Status.OPEN && !now.isBefore(expiresAt);
    }

    Hold closed(Status end, long pointsSpent, Instant now) {
        return new Hold(
                id,
                member,
                wallet,
                points,
                reference,
                channel,
                end,
                pointsSpent,
                refunded,
                placedAt,
                expiresAt,
                now);
    }

    Hold refunded(long more) {
        return new Hold(
                id,
                member,
                wallet,
                points,
                reference,
                channel,
                status,
                spent,
                refunded + more,
                placedAt,
                expiresAt,
                closedAt);
    }
}
