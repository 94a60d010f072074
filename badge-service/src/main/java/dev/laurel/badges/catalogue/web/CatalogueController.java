package dev.laurel.badges.catalogue.web;

import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** The badges of a program. */
    record CatalogueView(List<BadgeView> items) {}

    @GetMapping("/v1/programs/{program}/badges")
    CatalogueView catalogue(
            @PathVariable String program,
            @RequestParam(defaultValue = "program") String sort,
            @RequestParam(required = false) @Nullable String include,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        Order order = Order.named(sort);
        boolean hidden = isHiddenWanted(include);
        Catalogue catalogue = find(program, languages);
        Map<String, Long> holders = awards.holders(program);
        long members = awards.members(program);
        return new CatalogueView(
                order.of(
                        catalogue.badges().stream()
                                .filter(badge -> hidden || !badge.hidden())
                                .map(badge -> BadgeView.of(program, badge, holders, members))
                                .toList()));
    }

    @GetMapping("/v1/programs/{program}/badges/{badge}")
    BadgeView badge(
            @PathVariable String program,
            @PathVariable String badge,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        Badge found =
                find(program, languages)
                        .find(badge)
                        .orElseThrow(() -> CatalogueProblem.unknown(program, badge));
        return BadgeView.of(program, found, awards.holders(program), awards.members(program));
    }

    private static boolean isHiddenWanted(@Nullable String include) {
        if (include != null && !include.equals("hidden")) {
            String message = "Expected include=hidden, but it was '%s'.".formatted(include);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("?include", message, "hidden")));
        }
        return include != null;
    }

    private Catalogue find(String program, @Nullable String languages) {
        return catalogues
                .of(program, languages)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_PROGRAM,
                                "Expected a published program, but '%s' is none."
                                        .formatted(program)));
    }
}
