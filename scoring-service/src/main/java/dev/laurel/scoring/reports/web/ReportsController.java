package dev.laurel.scoring.reports.web;

import dev.laurel.scoring.journal.Entries;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.scoring.reports.AccountTotal;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.DayTotal;
import dev.laurel.scoring.reports.Figures;
import dev.laurel.scoring.reports.Reports;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books as of any instant. */
@RestController
class ReportsController {

    private static final int MOST_DAYS = 366;
    private static final String BY_CHANNEL = "channel";
    private static final String LIABILITY = "/v1/programs/{program}/ledger/liability";

    private final Reports reports;
    private final Entries entries;
    private final KnownPrograms programs;

    ReportsController(Reports reports, Entries entries, KnownPrograms programs) {
        this.reports = reports;
        this.entries = entries;
        this.programs = programs;
    }

    @GetMapping(path = LIABILITY, params = "at")
    BooksView liabilityAt(
            @PathVariable String program,
            @RequestParam Instant at,
            @RequestParam(required = false) @Nullable Instant known) {
        return books(program, new AsOf(at, known));
    }

    @GetMapping(
            path = LIABILITY,
            params = {"!at", "known"})
    BooksView liabilityKnown(@PathVariable String program, @RequestParam Instant known) {
        return books(program, new AsOf(null, known));
    }

    private BooksView books(String program, AsOf asOf) {
        programs.check(program);
        // The end first: what is complete by then is all in what is read afterwards.
        boolean complete = isComplete(asOf);
        return BooksView.of(asOf, complete, Figures.of(reports.accounts(program, asOf)));
    }

    @GetMapping("/v1/programs/{program}/members/{member}/ledger/balances")
    MemberBooksView member(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Instant known) {
        programs.check(program);
        AsOf asOf = new AsOf(at, known);
        boolean complete = isComplete(asOf);
        return MemberBooksView.of(
                member, asOf, complete, Figures.of(reports.accounts(program, member, asOf)));
    }

    record DaysView(List<DayView> items) {}

    private record Part(LocalDate day, @Nullable String channel) {}

    @GetMapping("/v1/programs/{program}/ledger/days")
    DaysView days(
            @PathVariable String program,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String wallet,
            @RequestParam(required = false) @Nullable String by) {
        programs.check(program);
        if (by != null && !by.equals(BY_CHANNEL)) {
            throw invalid("?by", "'%s' or nothing".formatted(BY_CHANNEL), "'%s'".formatted(by));
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            String expected = "a day from %s to %s".formatted(from, from.plusDays(MOST_DAYS - 1));
            throw invalid("?to", expected, to.toString());
        }
        Map<Part, List<AccountTotal>> parts = new LinkedHashMap<>();
        for (DayTotal total : reports.days(program, from, to, wallet, by != null)) {
            Part part = new Part(total.day(), total.channel());
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(total.total());
        }
        List<DayView> items = new ArrayList<>();
        parts.forEach((part, totals) ->
                Figures.of(totals)
                        .forEach(figures ->
                                items.add(DayView.of(part.day(), part.channel(), figures))));
        return new DaysView(items);
    }

    private static Problem invalid(String parameter, String expected, String actual) {
        String message = "Expected %s, but it was %s.".formatted(expected, actual);
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation(parameter, message, expected)));
    }

    private boolean isComplete(AsOf asOf) {
        Instant known = asOf.known();
        return known != null && known.isBefore(entries.completeUntil());
    }
}
