package dev.laurel.badges.awards;

import java.util.UUID;

/**
 * A change of an award.
 *
 * @param award the award after it
 * @param sequence counts the member's changes in this program from 1 without gaps
 * @param effect the effect that asked for it
 */
public record AwardChange(Award award, long sequence, UUID effect) {}
