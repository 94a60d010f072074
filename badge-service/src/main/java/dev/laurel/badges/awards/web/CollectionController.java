package dev.laurel.badges.awards.web;

import static java.util.stream.Collectors.toMap;

import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** All badges of the program, and which of them a member has: what an album of badges shows. */
@RestController
class CollectionController {

    /** More than any catalogue has. */
    private static final int ALL = 10_000;

    private final Awards awards;
    private final Catalogues catalogues;

    CollectionController(Awards awards, Catalogues catalogues) {
        this.awards = awards;
        this.catalogues = catalogues;
    }

    /**
     * The album.
     *
     * @param held how many of the items the member has
     * @param items in the program's order; hidden badges only when the member has them
     */
    record CollectionView(int held, List<ItemView> items) {}

    /**
     * One badge.
     *
     * @param award the public id of the member's award, {@code null} when the member has it not
     * @param firstIssuedAt when the member first had it, {@code null} like the award
     * @param earnedBy challenges and streaks that give it, whose progress the member view has
     */
    record ItemView(
            String badge,
            String name,
            @Nullable String description,
            @Nullable String criteria,
            String image,
            LevelView level,
            @Nullable UUID award,
            @Nullable Instant firstIssuedAt,
            int times,
            List<AwardView.CauseView> earnedBy) {}

    /** Which of how many levels, counted from 1. */
    record LevelView(int number, int count) {}

    @GetMapping("/v1/programs/{program}/members/{member}/badges/collection")
    CollectionView collection(
            @PathVariable String program,
            @PathVariable String member,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        Catalogue catalogue =
                catalogues
                        .of(program, languages)
                        .orElseThrow(() ->
                                new Problem(
                                        CommonProblem.UNKNOWN_PROGRAM,
                                        "Expected a published program, but '%s' is none."
                                                .formatted(program)));
        Map<String, PublicAward> held =
                awards.of(new Holder(program, member), false, null, ALL).stream()
                        .collect(toMap(shown -> shown.award().badge(), shown -> shown));
        List<ItemView> items =
                catalogue.badges().stream()
                        .filter(badge -> !badge.hidden() || held.containsKey(badge.id()))
                        .map(badge -> item(program, badge, held.get(badge.id())))
                        .toList();
        int count = Math.toIntExact(items.stream().filter(item -> item.award() != null).count());
        return new CollectionView(count, items);
    }

    private static ItemView item(String program, Badge badge, @Nullable PublicAward shown) {
        return new ItemView(
                badge.id(),
                badge.name(),
                badge.description(),
                badge.criteria(),
                "/v1/programs/%s/badges/%s/image".formatted(program, badge.id()),
                new LevelView(badge.level().number(), badge.level().count()),
                shown == null ? null : shown.publicId(),
                shown == null ? null : shown.award().firstIssuedAt(),
                shown == null ? 0 : shown.award().times(),
                badge.earnedBy().stream()
                        .map(source -> new AwardView.CauseView(source.kind(), source.id()))
                        .toList());
    }
}
