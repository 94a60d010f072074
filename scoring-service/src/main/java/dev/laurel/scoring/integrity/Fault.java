package dev.laurel.scoring.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was booked.
 *
 * @param kind what it is
 * @param stripe which of the program's chains
 * @param number link of that chain; 0 where it is not about one
 * @param posting the posting, {@code null} where none can be named
 * @param detail a sentence
 */
public record Fault(Kind kind, int stripe, long number, @Nullable UUID posting, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** A posting is not what was booked. */
        POSTING_CHANGED,
        /** A link has fewer postings than were booked. */
        POSTING_MISSING,
        /** There is a posting that was never booked. */
        POSTING_ADDED,
        /** A link, or all of its postings together, is not what was booked. */
        LINK_CHANGED,
        /** A link is gone. */
        LINK_MISSING
    }
}
