package dev.laurel.scoring.accounts.web;

import dev.laurel.scoring.accounts.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as callers see it, see {@link Line}.
 *
 * @param points by how much it changed the balance: positive when given, negative when taken, 0
 *     between other accounts
 * @param balance the wallet's balance after it
 */
record LineView(
        UUID posting,
        String member,
        long sequence,
        String wallet,
        long points,
        long balance,
        String debit,
        String credit,
        CauseView cause,
        @Nullable UUID decision,
        @Nullable Integer version,
        EventView event,
        LocalDate localDate,
        Instant recordedAt) {

    /** What asked for it, such as rule {@code base-earn}. */
    record CauseView(String kind, String id) {}

    /** The event or command behind it. */
    record EventView(String source, String id, Instant time) {}

    static LineView of(Line line) {
        return new LineView(
                line.posting(),
                line.member(),
                line.sequence(),
                line.wallet(),
                line.points(),
                line.balance(),
                line.debit(),
                line.credit(),
                new CauseView(line.causeKind(), line.causeId()),
                line.decision(),
                line.version(),
                new EventView(line.eventSource(), line.eventId(), line.eventTime()),
                line.localDate(),
                line.recordedAt());
    }
}
