package dev.laurel.leaderboards.verification;

import java.time.LocalDate;

/**
 * What a member got on a day, as boards count it.
 *
 * @param points the sum, which may be 0 or less
 */
public record MemberDay(String wallet, String member, LocalDate day, long points) {}
