package dev.laurel.badges.credentials;

import dev.laurel.badges.awards.Origin;
import java.util.UUID;

/**
 * What a credential is issued for.
 *
 * @param publicId by which the award is known in public
 * @param program the program
 * @param badge the badge's id
 * @param origin of the change since which the member has the badge without a break
 */
public record Grounds(UUID publicId, String program, String badge, Origin origin) {}
