package dev.laurel.badges.awards.web;

import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The badges of a member, those that changed last first. */
@RestController
class MemberBadgesController {

    private final Awards awards;
    private final Catalogues catalogues;

    MemberBadgesController(Awards awards, Catalogues catalogues) {
        this.awards = awards;
        this.catalogues = catalogues;
    }

    @GetMapping("/v1/programs/{program}/members/{member}/badges")
    Page<AwardView> badges(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String include,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        Catalogue catalogue = catalogues.of(program, languages).orElseThrow(() -> unknown(program));
        List<PublicAward> found =
                awards.of(
                        new Holder(program, member),
                        isRevokedWanted(include),
                        cursor == null ? null : place(cursor),
                        limit.plusOne());
        List<AwardView> views =
                found.stream().map(award -> AwardView.of(award, catalogue)).toList();
        return Page.of(views, limit, view -> Cursor.of(view.changedAt(), view.badge()));
    }

    private static Awards.Place place(Cursor cursor) {
        return new Awards.Place(cursor.instant(0), cursor.text(1));
    }

    private static boolean isRevokedWanted(@Nullable String include) {
        if (include == null) {
            return false;
        }
        if (!include.equals("revoked")) {
            String message = "Expected include=revoked, but it was '%s'.".formatted(include);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("?include", message, "revoked")));
        }
        return true;
    }

    private static Problem unknown(String program) {
        return new Problem(
                CommonProblem.UNKNOWN_PROGRAM,
                "Expected a published program, but '%s' is none.".formatted(program));
    }
}
