package dev.laurel.scoring.status;

import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.ProgramZones;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may still be given from the budgets that programs have now, by program and budget, in
 * points: {@code laurel.budget.left}, {@code laurel.budget.amount}, and {@code
 * laurel.budget.short}, which awards asked for and did not get. Of a budget that is filled anew
 * they are those of the period that today is in by the program's calendar, whether or not anything
 * was given in it yet. All instances say the same.
 */
@Component
class BudgetFigures implements FigureSource {

    private final JdbcClient jdbc;
    private final Programs programs;
    private final ProgramZones zones;
    private final Clock clock;

    BudgetFigures(JdbcClient jdbc, Programs programs, ProgramZones zones, Clock clock) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * A budget of today.
     *
     * @param id its own, or that of its period
     */
    private record Current(String program, BudgetPlan plan, String id) {

        private List<Figure> figures(Drawn drawn) {
            long amount = plan.budget().amount();
            Map<String, String> tags = Map.of("program", program, "budget", plan.budget().id());
            return List.of(
                    new Figure("laurel.budget.left", tags, Math.max(0, amount - drawn.used())),
                    new Figure("laurel.budget.amount", tags, amount),
                    new Figure("laurel.budget.short", tags, drawn.missing()));
        }
    }

    /**
     * What was drawn from a budget.
     *
     * @param used points that were given and not taken back
     * @param missing points that awards did not get
     */
    private record Drawn(String program, String id, long used, long missing) {}

    @Override
    public List<Figure> read() {
        List<Current> budgets = budgets(clock.instant());
        Map<String, Map<String, Drawn>> drawn = drawn(budgets);
        return budgets.stream()
                .flatMap(it ->
                        it
                                .figures(
                                        drawn.getOrDefault(it.program(), Map.of())
                                                .getOrDefault(
                                                        it.id(),
                                                        new Drawn(it.program(), it.id(), 0, 0)))
                                .stream())
                .toList();
    }

    private List<Current> budgets(Instant now) {
        List<Current> budgets = new ArrayList<>();
        for (String program : zones.all().keySet()) {
            programs.find(program).stream()
                    .flatMap(terms -> budgets(program, terms, now))
                    .forEach(budgets::add);
        }
        return budgets;
    }

    private static Stream<Current> budgets(String program, Terms terms, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, terms.zone());
        return terms.budgets().stream().map(plan -> new Current(program, plan, plan.id(today)));
    }

    private Map<String, Map<String, Drawn>> drawn(List<Current> budgets) {
        Map<String, Map<String, Drawn>> drawn = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT program, id, used, short_points FROM budget
                        WHERE (program, id) IN (SELECT * FROM unnest(?, ?))
                        """)
                .param(column(budgets, Current::program))
                .param(column(budgets, Current::id))
                .query((row, _) ->
                        new Drawn(
                                row.getString("program"),
                                row.getString("id"),
                                row.getLong("used"),
                                row.getLong("short_points")))
                .list()
                .forEach(it ->
                        drawn.computeIfAbsent(it.program(), _ -> new HashMap<>()).put(it.id(), it));
        return drawn;
    }

    private static String[] column(List<Current> budgets, Function<Current, String> part) {
        return budgets.stream().map(part).toArray(String[]::new);
    }
}
