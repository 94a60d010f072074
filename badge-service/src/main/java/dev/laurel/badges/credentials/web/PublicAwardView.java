package dev.laurel.badges.credentials.web;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.catalogue.Badge;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An award as anybody may see it.
 *
 * @param status {@code issued} or {@code revoked}
 * @param version the program version that decided the latest change
 */
record PublicAwardView(
        UUID id,
        String program,
        String badge,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        String status,
        Instant firstIssuedAt,
        Instant changedAt,
        int version) {

    static PublicAwardView of(PublicAward shown, Badge badge) {
        Award award = shown.award();
        return new PublicAwardView(
                shown.publicId(),
                award.holder().program(),
                award.badge(),
                badge.name(),
                badge.description(),
                badge.criteria(),
                award.status().name().toLowerCase(Locale.ROOT),
                award.firstIssuedAt(),
                award.changedAt(),
                award.origin().version());
    }
}
