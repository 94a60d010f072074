package dev.laurel.leaderboards.scores.stream;

import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What scores need of a {@link LedgerEntry}, whose components these are. */
record ScoringEntry(
        String program,
        String member,
        long sequence,
        String wallet,
        long points,
        LedgerCause cause,
        Instant time,
        LocalDate localDate,
        @Nullable String team) {

    /** What is spent costs no rank, and what is refunded gives none. */
    boolean counts() {
        return cause.kind() != LedgerCause.Kind.SPENDING;
    }
}
