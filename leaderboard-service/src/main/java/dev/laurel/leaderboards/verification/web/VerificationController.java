package dev.laurel.leaderboards.verification.web;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.verification.Findings;
import dev.laurel.leaderboards.verification.MemberDay;
import dev.laurel.leaderboards.verification.Verification;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code ./laurel verify-boards} reads. */
@RestController
class VerificationController {

    private final Verification verification;
    private final Boards boards;

    VerificationController(Verification verification, Boards boards) {
        this.verification = verification;
        this.boards = boards;
    }

    /** A part of the days. */
    record DaysView(List<MemberDay> items, @Nullable String next) {}

    @GetMapping("/v1/programs/{program}/leaderboard-verification")
    Findings rankings(@PathVariable String program) {
        check(program);
        return verification.rankings(program);
    }

    @GetMapping("/v1/programs/{program}/leaderboard-days")
    DaysView days(
            @PathVariable String program,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        check(program);
        Page<MemberDay> page =
                Page.of(
                        verification.days(
                                program, cursor == null ? null : read(cursor), limit.plusOne()),
                        limit,
                        day -> Cursor.of(day.wallet(), day.member(), day.day().toString()));
        return new DaysView(page.items(), page.next());
    }

    private void check(String program) {
        if (boards.of(program).isEmpty()) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but '%s' is none.".formatted(program));
        }
    }

    private static MemberDay read(Cursor cursor) {
        try {
            return new MemberDay(
                    cursor.text(0), cursor.text(1), LocalDate.parse(cursor.text(2)), 0);
        } catch (DateTimeException noDay) {
            throw new Problem(
                    CommonProblem.INVALID_CURSOR,
                    "Expected the 'next' of a page of days, but it was '%s'.".formatted(cursor));
        }
    }
}
