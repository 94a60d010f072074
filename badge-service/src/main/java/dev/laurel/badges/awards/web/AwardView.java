package dev.laurel.badges.awards.web;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's badge as the member sees it.
 *
 * @param award public id of the award, see {@code GET /v1/badge-awards/{id}}
 * @param status {@code issued} or {@code revoked}
 * @param times how many of it the member has
 */
record AwardView(
        UUID award,
        String badge,
        String name,
        @Nullable String description,
        String status,
        int times,
        Instant firstIssuedAt,
        Instant changedAt,
        CauseView cause,
        UUID decision,
        int version) {

    /** The mechanic behind the latest change, such as challenge {@code autumn-explorer}. */
    record CauseView(String kind, String id) {}

    static AwardView of(PublicAward shown, Catalogue catalogue) {
        Award award = shown.award();
        Badge badge = catalogue.badge(award.badge());
        return new AwardView(
                shown.publicId(),
                award.badge(),
                badge.name(),
                badge.description(),
                award.status().name().toLowerCase(Locale.ROOT),
                award.times(),
                award.firstIssuedAt(),
                award.changedAt(),
                new CauseView(
                        award.origin().causeKind().toLowerCase(Locale.ROOT),
                        award.origin().causeId()),
                award.origin().decision(),
                award.origin().version());
    }
}
