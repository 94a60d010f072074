package dev.laurel.leaderboards.scores;

/** Rankings that are kept up to date with every posting: those of one book, cut in one way. */
public record Kept(Book book, Cycle cycle) {}
