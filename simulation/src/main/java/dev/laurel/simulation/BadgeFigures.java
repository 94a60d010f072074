package dev.laurel.simulation;

/**
 * What came of one badge.
 *
 * @param badge the badge's id
 * @param issued how often it was issued
 * @param revoked how often it was revoked
 * @param members members who hold it in the end
 */
public record BadgeFigures(String badge, long issued, long revoked, long members) {}
