package dev.laurel.scoring.integrity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.chain.Fingerprint;
import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.integrity.Checks;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Verification;
import dev.laurel.scoring.integrity.Verification.Part;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.PageLimit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at a program's journal again, some links at a time, for whoever asks. */
@RestController
class VerificationController {

    private final Verification verification;
    private final Checks checks;
    private final KnownPrograms programs;

    VerificationController(Verification verification, Checks checks, KnownPrograms programs) {
        this.verification = verification;
        this.checks = checks;
        this.programs = programs;
    }

    /**
     * @param links how many links were looked at
     * @param postings how many postings they have
     * @param faults whatever is wrong with them, oldest first
     * @param next for the links that follow, {@code null} at the end
     * @param whole what is known at the end only
     */
    record VerificationView(
            long links,
            long postings,
            List<FaultView> faults,
            @Nullable String next,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WholeView whole) {}

    /** See {@link Fault}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaultView(String kind, int stripe, long link, @Nullable UUID posting, String detail) {

        static FaultView of(Fault fault) {
            return new FaultView(
                    fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    fault.stripe(),
                    fault.number(),
                    fault.posting(),
                    fault.detail());
        }
    }

    /**
     * @param fingerprint of all heads together
     * @param heads the ends of the program's chains, as anchors for later
     * @param nightly what the last nightly check found, {@code null} before the first
     */
    record WholeView(String fingerprint, List<String> heads, @Nullable NightlyView nightly) {}

    /** See {@link Checks.Check}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NightlyView(
            LocalDate day, long postings, long faults, long discrepancies, @Nullable String first) {

        static NightlyView of(Checks.Check check) {
            return new NightlyView(
                    check.day(),
                    check.postings(),
                    check.faults(),
                    check.discrepancies(),
                    check.first());
        }
    }

    /**
     * @param anchor heads of an earlier verification: the chains must still have these links
     */
    @GetMapping("/v1/programs/{program}/ledger/verification")
    VerificationView verify(
            @PathVariable String program,
            @RequestParam(required = false) @Nullable List<Anchor> anchor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        programs.check(program);
        long after = cursor == null ? Verification.BEGINNING : cursor.number(0);
        Part part = verification.links(program, after, limit.value());
        List<Fault> faults = new ArrayList<>(part.faults());
        if (part.next() == null) {
            faults.addAll(verification.rest(program));
            List<Anchor> anchors = anchor == null ? List.of() : anchor;
            anchors.forEach(each ->
                    each.check(verification.link(program, each.stripe(), each.number()))
                            .ifPresent(faults::add));
        }
        return new VerificationView(
                part.links(),
                part.postings(),
                faults.stream().map(FaultView::of).toList(),
                part.next() == null ? null : Cursor.of(part.next()).toString(),
                part.next() == null ? whole(program) : null);
    }

    private WholeView whole(String program) {
        List<Head> heads = verification.heads(program);
        return new WholeView(
                Fingerprint.of(heads).hex(),
                heads.stream().map(head -> Anchor.of(head).toString()).toList(),
                checks.last(program).map(NightlyView::of).orElse(null));
    }
}
