package dev.laurel.scoring.budgets.web;

import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.budgets.Usage;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What programs may still give. */
@RestController
class BudgetsController {

    private final KnownPrograms programs;
    private final Usage usage;

    BudgetsController(KnownPrograms programs, Usage usage) {
        this.programs = programs;
        this.usage = usage;
    }

    record BudgetsView(String program, List<BudgetView> budgets) {}

    /** Those of the version in force in its order, then those that it has no more. */
    @GetMapping("/v1/programs/{program}/budgets")
    BudgetsView budgets(@PathVariable String program) {
        Terms terms = programs.check(program);
        Map<String, Fund> used = usage.of(program);
        List<BudgetView> budgets = new ArrayList<>();
        for (BudgetPlan plan : terms.budgets()) {
            Budget budget = plan.budget();
            Fund fund = used.remove(budget.id());
            budgets.add(
                    BudgetView.of(
                            budget.id(), fund == null ? Fund.unused(plan.wallet()) : fund, budget));
        }
        used.forEach((id, fund) -> budgets.add(BudgetView.of(id, fund, null)));
        return new BudgetsView(program, budgets);
    }

    /** Awards that got too little, newest first. */
    @GetMapping("/v1/programs/{program}/budgets/{budget}/shortages")
    Page<ShortageView> shortages(
            @PathVariable String program,
            @PathVariable String budget,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Terms terms = programs.check(program);
        if (terms.budgets().stream().noneMatch(plan -> plan.budget().id().equals(budget))
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
