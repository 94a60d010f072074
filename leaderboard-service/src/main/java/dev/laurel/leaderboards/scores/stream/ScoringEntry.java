package dev.laurel.leaderboards.scores.stream;

import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What scores need of a {@link LedgerEntry}, whose components these are. */
record ScoringEntry(
        String program,
        String member,
        long sequence,
        String wallet,
        long issued,
        Instant time,
        LocalDate localDate,
        @Nullable String team,
        UUID posting,
        LedgerCause cause,
        @Nullable UUID decision,
        Instant recordedAt) {}
