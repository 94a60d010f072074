package dev.laurel.standalone.budgets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.events.Event;
import dev.laurel.scoring.budgets.Fund;
import dev.laurel.simulation.BudgetFigures;
import dev.laurel.simulation.Edition;
import dev.laurel.simulation.Forecast;
import dev.laurel.simulation.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A simulation gives from budgets what the ledger does, whatever is bought, returned, returned in
 * part, returned before it was bought, or told twice. {@code -Dlaurel.seed} repeats a run.
 */
class SimulatedBudgetsPropertyTest {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<String> MEMBERS = List.of("ann", "bob", "cid", "dan");
    private static final String SHOP =
            """
            program: shop
            timeZone: UTC
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              returned: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount), sparks: 3 } }
              - { id: more, on: purchase, when: event.data.amount > 40.0, award: { stars: 25 } }
            challenges:
              - id: big
                repeat: unlimited
                steps: [ { id: spend, measure: spend, target: 150 } ]
                award: { stars: 70 }
            budgets:
              - { id: all, wallet: stars, amount: 2000 }
              - { id: extra, wallet: stars, amount: 300, exhausted: refuse, rules: [ more ], challenges: [ big ] }
              - { id: few, wallet: sparks, amount: 90 }
            """;

    @RepeatedTest(40)
    void theSimulationGivesWhatTheLedgerGives(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Map<String, Object> document = new YAMLMapper().readValue(SHOP, new TypeReference<>() {});
        if (!(ProgramCompiler.compile(document) instanceof Compiled(var program, var _))) {
            throw new AssertionError(
                    "Expected a program, but: " + ProgramCompiler.compile(document));
        }
        Simulation simulation = Simulation.of(Edition.of(document, program), Map.of());
        BookedBudgets ledger = new BookedBudgets(program);

        // When
        for (Event event : events(new Random(seed))) {
            simulation.accept(event);
            ledger.send(event);
        }

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.refused()).isZero();
        assertThat(forecast.budgets()).hasSize(3);
        for (BudgetFigures figures : forecast.budgets()) {
            Fund fund = ledger.budget(figures.budget());
            assertThat(List.of(figures.used(), figures.shortAwards(), figures.shortPoints()))
                    .as("used and short of %s, seed %d", figures.budget(), seed)
                    .containsExactly(fund.used(), fund.shortAwards(), fund.shortPoints());
        }
        assertThat(forecast.budgets())
                .filteredOn(figures -> figures.shortAwards() > 0)
                .isNotEmpty();
        for (String member : MEMBERS) {
            for (String wallet : List.of("stars", "sparks")) {
                assertThat(requireNonNull(forecast.members().get(member)).balance(wallet))
                        .as("%s of %s, seed %d", wallet, member, seed)
                        .isEqualTo(ledger.balance(member, wallet));
            }
        }
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int other = random.nextInt(i + 3);
            events.add(
                    switch (random.nextInt(8)) {
                        case 0 ->
                                event(
                                        "cancelled",
                                        "c" + i,
                                        member(other),
                                        i,
                                        Map.of("purchase", "p" + other));
                        case 1 ->
                                event(
                                        "returned",
                                        "r" + i,
                                        member(other),
                                        i,
                                        Map.of(
                                                "purchase",
                                                "p" + other,
                                                "amount",
                                                (double) random.nextInt(1, 30)));
                        case 2 -> events.isEmpty() ? purchase(random, i) : any(random, events);
                        default -> purchase(random, i);
                    });
        }
        return events;
    }

    private static Event purchase(Random random, int i) {
        return event(
                "purchase",
                "p" + i,
                member(i),
                i,
                Map.of("amount", (double) random.nextInt(1, 90)));
    }

    private static String member(int purchase) {
        return MEMBERS.get(purchase % MEMBERS.size());
    }

    private static Event event(
            String type, String id, String member, int minute, Map<String, Object> data) {
        Instant time = START.plusSeconds(60L * minute);
        return new Event("/shop", id, type, member, time, time, false, data);
    }

    private static Event any(Random random, List<Event> events) {
        return events.get(random.nextInt(events.size()));
    }
}
