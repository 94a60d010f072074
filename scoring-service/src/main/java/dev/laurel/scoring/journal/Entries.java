package dev.laurel.scoring.journal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a program's journal in the order of {@link Entry.Place}. */
public interface Entries {

    /**
     * A part of the journal.
     *
     * @param program whose
     * @param from entries booked at this instant or later
     * @param to entries booked before this instant
     * @param wallet of this wallet only, {@code null} for all
     */
    record Range(String program, Instant from, Instant to, @Nullable String wallet) {}

    /**
     * Some of the entries.
     *
     * @param after only those behind this place, {@code null} from the beginning
     * @param limit how many at most
     */
    List<Entry> page(Range range, Entry.@Nullable Place after, int limit);

    /** All of the entries, one after the other, in little memory. */
    void forEach(Range range, Consumer<Entry> reader);

    /**
     * Up to when the journal is complete: nothing that is booked before it can be added any more.
     * Bookings on their way count from the instant at which they began.
     */
    Instant completeUntil();
}
