package dev.laurel.badges.awards;

import java.util.UUID;

/**
 * An award with the id by which it is known in public.
 *
 * @param publicId drawn at random: unlike {@link Award#id} it can't be computed from the member's
 */
public record PublicAward(UUID publicId, Award award) {}
