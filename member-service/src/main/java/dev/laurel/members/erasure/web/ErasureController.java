package dev.laurel.members.erasure.web;

import dev.laurel.members.erasure.Erasure;
import dev.laurel.members.erasure.Erasures;
import dev.laurel.members.registry.web.Announced;
import dev.laurel.members.registry.web.MemberPaths;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erases members and says how far that is. */
@RestController
@RequestMapping("/v1/programs/{program}")
class ErasureController {

    private final MemberPaths paths;
    private final Erasures erasures;
    private final Announced announced;

    ErasureController(MemberPaths paths, Erasures erasures, Announced announced) {
        this.paths = paths;
        this.erasures = erasures;
        this.announced = announced;
    }

    /**
     * @param state what is still to be done, see {@link Erasure.State}
     * @param erasedAt when nothing was left to do, {@code null} before
     */
    record ErasureView(
            String member, String state, Instant requestedAt, @Nullable Instant erasedAt) {

        private static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.id().member(),
                    erasure.state().name().toLowerCase(Locale.ROOT),
                    erasure.requestedAt(),
                    erasure.clearedAt());
        }
    }

    /** Also for a member whom the registry does not know: a CRM may. */
    @DeleteMapping("/members/{member}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureView erase(@PathVariable String program, @PathVariable String member) {
        Erasure erasure = erasures.erase(paths.require(program, member));
        announced.await();
        return ErasureView.of(erasure);
    }

    @GetMapping("/members/{member}/erasure")
    ErasureView erasure(@PathVariable String program, @PathVariable String member) {
        return erasures.find(paths.require(program, member))
                .map(ErasureView::of)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_MEMBER,
                                "Expected a member of program '%s' who was erased, but '%s' was not."
                                        .formatted(program, member)));
    }

    @GetMapping("/erasures")
    Page<ErasureView> all(
            @PathVariable String program,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        paths.requireProgram(program);
        List<Erasure> found =
                erasures.of(program, cursor == null ? "" : cursor.text(0), limit.plusOne());
        Page<Erasure> page = Page.of(found, limit, last -> Cursor.of(last.id().member()));
        return new Page<>(page.items().stream().map(ErasureView::of).toList(), page.next());
    }
}
