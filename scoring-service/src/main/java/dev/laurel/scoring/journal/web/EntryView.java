package dev.laurel.scoring.journal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as callers see it, see {@link Entry}. */
record EntryView(
        UUID posting,
        Instant recordedAt,
        String wallet,
        String member,
        long sequence,
        String debit,
        String credit,
        long amount,
        long balance,
        CauseView cause,
        @Nullable UUID decision,
        @Nullable Integer version,
        EventView event,
        LocalDate localDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String channel) {

    /** What asked for it, such as rule {@code base-earn}. */
    record CauseView(String kind, String id) {}

    /** The event or command behind it. */
    record EventView(String source, String id, Instant time) {}

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.id(),
                entry.recordedAt(),
                entry.wallet(),
                entry.member(),
                entry.sequence(),
                entry.debit(),
                entry.credit(),
                entry.amount(),
                entry.balanceAfter(),
                new CauseView(entry.causeKind(), entry.causeId()),
                entry.decision(),
                entry.version(),
                new EventView(entry.eventSource(), entry.eventId(), entry.eventTime()),
                entry.localDate(),
                entry.channel());
    }
}
