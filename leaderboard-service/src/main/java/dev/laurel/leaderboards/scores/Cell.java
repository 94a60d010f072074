package dev.laurel.leaderboards.scores;

/** Where a score is kept. */
public record Cell(Participant participant, String wallet, Period period) {}
