package dev.laurel.members.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a consent was given, refused, proven differently or taken out.
 *
 * @param revision of the member
 * @param name what the consent is about
 * @param consent what was kept from then on, {@code null} for nothing
 * @param toldAt when the registry was told
 */
public record ConsentChange(
        long revision, String name, @Nullable Consent consent, Instant toldAt) {}
