package dev.laurel.badges.awards.web;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What anybody may know of an award who was given its address. It does not name the member: the id
 * belongs to the shop.
 */
@RestController
class BadgeAwardController {

    private final Awards awards;
    private final Catalogues catalogues;

    BadgeAwardController(Awards awards, Catalogues catalogues) {
        this.awards = awards;
        this.catalogues = catalogues;
    }

    /**
     * @param status {@code issued} or {@code revoked}
     * @param version the program version that decided the latest change
     */
    record PublicAwardView(
            UUID id,
            String program,
            String badge,
            String name,
            @Nullable String description,
            String status,
            Instant firstIssuedAt,
            Instant changedAt,
            int version) {}

    @GetMapping("/v1/badge-awards/{id}")
    PublicAwardView award(@PathVariable UUID id) {
        Award award =
                awards.find(id)
                        .orElseThrow(() ->
                                new Problem(
                                        BadgeProblem.UNKNOWN_BADGE_AWARD,
                                        "Expected the id of an award, but %s is none."
                                                .formatted(id)));
        String program = award.holder().program();
        Badge badge =
                catalogues
                        .of(program)
                        .orElseGet(() -> new Catalogue(List.of()))
                        .badge(award.badge());
        return new PublicAwardView(
                award.id(),
                program,
                award.badge(),
                badge.name(),
                badge.description(),
                award.status().name().toLowerCase(Locale.ROOT),
                award.firstIssuedAt(),
                award.changedAt(),
                award.origin().version());
    }
}
