package dev.laurel.badges.awards;

import java.util.UUID;

/**
 * What a decision asks for: a badge to be issued or revoked.
 *
 * @param id the same for the same cause, so that it counts once however often it comes
 * @param holder who it is for
 * @param badge the badge's id
 * @param status what the award is to be after it
 * @param origin where it comes from
 */
public record Effect(UUID id, Holder holder, String badge, Status status, Origin origin) {}
