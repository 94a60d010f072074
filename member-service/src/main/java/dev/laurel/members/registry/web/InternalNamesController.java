package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Members;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * How members want to be called, for boards that others see; not routed by the gateway. It is a
 * POST because members' ids do not belong into the addresses that servers log.
 */
@RestController
class InternalNamesController {

    private static final int MOST = 1_000;

    private final Members members;

    InternalNamesController(Members members) {
        this.members = members;
    }

    record Asked(@Nullable List<String> members) {}

    record NamesView(Map<String, String> names) {}

    @PostMapping("/internal/programs/{program}/display-names")
    ResponseEntity<NamesView> names(@PathVariable String program, @RequestBody Asked asked) {
        List<String> ids = asked.members();
        if (ids == null || ids.size() > MOST) {
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    "Expected members with at most %d ids, but it was %s."
                            .formatted(MOST, ids == null ? "missing" : "a list of " + ids.size()),
                    List.of(new Violation("/members", "Expected a list of members' ids.")));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new NamesView(members.displayNames(program, ids)));
    }
}
