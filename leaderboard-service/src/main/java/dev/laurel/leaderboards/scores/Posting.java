package dev.laurel.leaderboards.scores;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member got or lost.
 *
 * @param participant the member
 * @param sequence counts the member's postings from 1 without gaps
 * @param wallet the wallet
 * @param points positive when given, negative when taken, 0 when it changes no score
 * @param time when the event behind it happened
 * @param day that day in the program's time zone
 * @param team the team that it counts for besides the member, {@code null} for none
 * @param id its id in the ledger
 * @param cause what asked for it, such as {@code rule:give-back}
 * @param decision the decision that it came from, {@code null} for none
 * @param bookedAt when it was booked
 */
public record Posting(
        Participant participant,
        long sequence,
        String wallet,
        long points,
        Instant time,
        LocalDate day,
        @Nullable String team,
        UUID id,
        String cause,
        @Nullable UUID decision,
        Instant bookedAt) {}
