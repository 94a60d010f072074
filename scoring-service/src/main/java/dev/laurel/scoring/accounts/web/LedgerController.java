package dev.laurel.scoring.accounts.web;

import dev.laurel.scoring.accounts.Accounts;
import dev.laurel.scoring.accounts.Line;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How it came about. */
@RestController
class LedgerController {

    private final Accounts accounts;
    private final KnownPrograms programs;

    LedgerController(Accounts accounts, KnownPrograms programs) {
        this.accounts = accounts;
        this.programs = programs;
    }

    /** Newest first; postings that are added meanwhile don't move what a cursor points at. */
    @GetMapping("/v1/programs/{program}/members/{member}/ledger")
    Page<LineView> ledger(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String wallet,
            @RequestParam(required = false) @Nullable UUID decision,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        programs.check(program);
        long before = cursor == null ? Accounts.NEWEST : cursor.number(0);
        List<Line> found =
                accounts.lines(
                        program,
                        member,
                        new Accounts.Filter(wallet, decision),
                        before,
                        limit.plusOne());
        return Page.of(
                found.stream().map(LineView::of).toList(),
                limit,
                last -> Cursor.of(last.sequence()));
    }
}
