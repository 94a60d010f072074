package dev.laurel.scoring.accounts.web;

import dev.laurel.scoring.accounts.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A posting as callers see it, see {@link Line}.
 *
 * @param points positive when given to the member, negative when taken
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
        UUID decision,
        int version,
        EventView event,
        LocalDate localDate,
        Instant recordedAt) {

    /** The mechanic that asked for it, such as rule {@code base-earn}. */
    record CauseView(String kind, String id) {}

    /** The event behind it. */
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
