package dev.laurel.leaderboards.scores;

/** A posting that was counted in a score just now, for the first and only time. */
public record Counted(Posting posting, Cell cell) {}
