package dev.laurel.intake;

/**
 * A record's value and where it was on its topic.
 *
 * @param value the value
 * @param partition the partition that it was on
 * @param offset its place there: of two records of one key, the one with the higher offset is newer
 */
public record Received<V>(V value, int partition, long offset) {}
