package dev.laurel.scoring.budgets.web;

import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.budgets.Usage;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What programs may still give. */
@RestController
class BudgetsController {

    /** How many periods of one budget are shown. */
    private static final int PERIODS = 12;

    private final KnownPrograms programs;
    private final Usage usage;
    private final Clock clock;

    BudgetsController(KnownPrograms programs, Usage usage, Clock clock) {
        this.programs = programs;
        this.usage = usage;
        this.clock = clock;
    }

    record BudgetsView(String program, List<BudgetView> budgets) {}

    /**
     * Those of the version in force in its order, then those that it has no more. One that is
     * filled anew is there with the period that it is now in and the latest others.
     */
    @GetMapping("/v1/programs/{program}/budgets")
    BudgetsView budgets(@PathVariable String program) {
        Terms terms = programs.check(program);
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        Map<String, Fund> used = usage.of(program);
        List<BudgetView> budgets = new ArrayList<>();
        for (BudgetPlan plan : terms.budgets()) {
            if (plan.every() == null) {
                budgets.add(BudgetView.of(plan, used.remove(plan.budget().id())));
            } else {
                budgets.addAll(periods(plan, plan.every().firstDay(today), used));
            }
        }
        used.forEach((id, fund) -> budgets.add(BudgetView.former(id, fund)));
        return new BudgetsView(program, budgets);
    }

    /** The latest first; all of them are taken out of what is used. */
    private static List<BudgetView> periods(
            BudgetPlan plan, LocalDate now, Map<String, Fund> used) {
        NavigableMap<LocalDate, BudgetView> views = new TreeMap<>();
        used.forEach((id, fund) -> {
            if (plan.has(id)) {
                LocalDate from = plan.from(id);
                views.put(from, BudgetView.then(plan, from, fund));
            }
        });
        views.put(now, BudgetView.now(plan, now, used.get(plan.id(now))));
        used.keySet().removeIf(plan::has);
        return views.descendingMap().values().stream().limit(PERIODS).toList();
    }

    /** Awards that got too little, newest first. */
    @GetMapping("/v1/programs/{program}/budgets/{budget}/shortages")
    Page<ShortageView> shortages(
            @PathVariable String program,
            @PathVariable String budget,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Terms terms = programs.check(program);
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        if (terms.budgets().stream().noneMatch(plan -> plan.id(today).equals(budget))
                && !usage.of(program).containsKey(budget)) {
            throw new Problem(
                    BudgetProblem.UNKNOWN_BUDGET,
                    "Expected a budget of program '%s', but '%s' is none."
                            .formatted(program, budget));
        }
        Usage.Place before =
                cursor == null ? null : new Usage.Place(cursor.instant(0), cursor.uuid(1));
        return Page.of(
                usage.shortages(program, budget, before, limit.plusOne()).stream()
                        .map(ShortageView::of)
                        .toList(),
                limit,
                last -> Cursor.of(last.recordedAt(), last.effect()));
    }
}
