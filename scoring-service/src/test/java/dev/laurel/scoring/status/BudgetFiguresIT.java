package dev.laurel.scoring.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.figures.Figure;
import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.Budget.Exhausted;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.Every;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.testinfra.MutableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetFiguresIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final LedgerDatabase database = LedgerDatabase.create();
    private final MutableClock clock = MutableClock.at("2011-10-31T12:00:00Z");

    @AfterEach
    void close() {
        database.close();
    }

    /** London is at GMT then. */
    @ParameterizedTest
    @CsvSource({
        "2011-10-31T23:59:59Z, 3, 40",
        "2011-11-01T00:00:00Z, 100, 0",
        "2011-11-01T00:00:01Z, 100, 0"
    })
    void sayWhatTodaysPeriodHasBeforeAnythingIsGivenInIt(Instant now, double left, double missing) {
        // Given
        drawn("monthly@2011-09-01", 100, 0);
        drawn("monthly@2011-10-01", 97, 40);
        clock.set(now);

        // When
        List<Figure> read = figures(plan("monthly", 100, Every.MONTH)).read();

        // Then
        assertThat(read)
                .containsExactlyInAnyOrder(
                        figure("laurel.budget.left", "monthly", left),
                        figure("laurel.budget.amount", "monthly", 100),
                        figure("laurel.budget.short", "monthly", missing));
    }

    @Test
    void sayWhatTheVersionInForceGivesAndNothingOfBudgetsThatItHasNoMore() {
        // Given
        drawn("autumn", 95, 0);
        drawn("former", 100, 7);

        // When
        List<Figure> read = figures(plan("autumn", 500, null)).read();

        // Then
        assertThat(read)
                .containsExactlyInAnyOrder(
                        figure("laurel.budget.left", "autumn", 405),
                        figure("laurel.budget.amount", "autumn", 500),
                        figure("laurel.budget.short", "autumn", 0));
    }

    private BudgetFigures figures(BudgetPlan plan) {
        Terms terms = new Terms(LONDON, new TreeSet<>(), List.of(plan), List.of(), new TreeSet<>());
        return new BudgetFigures(
                database.jdbc(), _ -> Optional.of(terms), () -> Map.of("club", LONDON), clock);
    }

    private static BudgetPlan plan(String id, long amount, @Nullable Every every) {
        return new BudgetPlan(new Budget(id, amount, Exhausted.TRIM), "stars", every);
    }

    private void drawn(String id, long used, long missing) {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO budget (program, id, wallet, amount, used, ceiling, short_points)
                        VALUES ('club', ?, 'stars', 100, ?, 100, ?)
                        """)
                .params(id, used, missing)
                .update();
    }

    private static Figure figure(String name, String budget, double value) {
        return new Figure(name, Map.of("program", "club", "budget", budget), value);
    }
}
