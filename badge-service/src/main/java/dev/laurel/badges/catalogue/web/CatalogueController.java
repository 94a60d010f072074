package dev.laurel.badges.catalogue.web;

import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The badges that members can get. */
@RestController
class CatalogueController {

    private final Catalogues catalogues;
    private final Awards awards;

    CatalogueController(Catalogues catalogues, Awards awards) {
        this.catalogues = catalogues;
        this.awards = awards;
    }

    /** The badges of a program, in its order. */
    record CatalogueView(List<BadgeView> items) {}

    /**
     * @param holders how many members have it now
     */
    record BadgeView(String id, String name, @Nullable String description, long holders) {}

    @GetMapping("/v1/programs/{program}/badges")
    CatalogueView catalogue(@PathVariable String program) {
        Catalogue catalogue = catalogues.of(program).orElseThrow(() -> unknown(program));
        Map<String, Long> holders = awards.holders(program);
        return new CatalogueView(
                catalogue.badges().stream().map(badge -> view(badge, holders)).toList());
    }

    private static BadgeView view(Badge badge, Map<String, Long> holders) {
        return new BadgeView(
                badge.id(),
                badge.name(),
                badge.description(),
                holders.getOrDefault(badge.id(), 0L));
    }

    private static Problem unknown(String program) {
        return new Problem(
                CommonProblem.UNKNOWN_PROGRAM,
                "Expected a published program, but '%s' is none.".formatted(program));
    }
}
