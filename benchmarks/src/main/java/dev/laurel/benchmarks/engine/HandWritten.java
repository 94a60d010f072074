package dev.laurel.benchmarks.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ten rules and three challenges as a programmer would write them down: what they cost at least
 * in Java. State in and state out, as the engine has it; points with the same ids where asked for,
 * as a host cannot book points once only without.
 */
final class HandWritten {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate OPEN = LocalDate.of(2026, 1, 1);
    private static final LocalDate CLOSE = LocalDate.of(2026, 12, 31);
    private static final Set<String> EUROPE = Set.of("EUR", "GBP");
    private static final long DAILY = 6;
    private static final UUID NO_ID = new UUID(0, 0);

    private HandWritten() {}

    /**
     * What is kept about a member.
     *
     * @param purchases how many, and so on for the challenges' windows
     * @param spend millionths
     * @param categories how often each was bought
     * @param asked sparks that the daily rule asked for, by day
     */
    record State(
            long purchases,
            long spend,
            Map<String, Integer> categories,
            long purchasesWithin,
            long spendWithin,
            Map<String, Integer> categoriesWithin,
            Map<LocalDate, Long> asked) {

        static final State EMPTY = new State(0, 0, Map.of(), 0, 0, Map.of(), Map.of());
    }

    /** Points of one rule; without an id where none was asked for. */
    record Points(UUID id, String rule, String wallet, long points) {}

    /** A challenge's measures before and after, step by step. */
    record Progress(String challenge, List<Double> before, List<Double> after) {}

    /** What came of a purchase. */
    record Outcome(State state, UUID decision, List<Points> points, List<Progress> progress) {}

    /** Decides with ids. */
    static Outcome decide(State state, String member, Event event) {
        return decide(state, event, new EffectIds("ten-rules", member));
    }

    /** Decides without ids, so that nobody can tell whether the points have been booked. */
    static Outcome decideWithoutIds(State state, Event event) {
        return decide(state, event, null);
    }

    private static Outcome decide(State state, Event event, @Nullable EffectIds ids) {
        double amount = ((Number) Purchases.field(event, "amount")).doubleValue();
        long items = ((Number) Purchases.field(event, "items")).longValue();
        List<?> categories = (List<?>) Purchases.field(event, "categories");
        var time = event.time().atZone(LONDON);
        LocalDate day = time.toLocalDate();
        List<Points> points = new ArrayList<>(10);
        Awarder award = new Awarder(points, event, ids);
        if (amount > 0) {
            award.give("base", "stars", (long) Math.floor(amount));
        }
        if ("pos".equals(Purchases.field(event, "channel"))) {
            award.give("till", "stars", 5);
        }
        if (amount >= 20) {
            award.give("big", "stars", 20);
        }
        if (categories.contains("shoes")) {
            award.give("shoes", "stars", 10);
        }
        if (EUROPE.contains((String) Purchases.field(event, "currency"))) {
            award.give("europe", "stars", 1);
        }
        if (items >= 2) {
            award.give("basket", "sparks", items);
        }
        if (amount >= 10 && categories.size() > 1) {
            award.give("variety", "sparks", 2);
        }
        if (((String) Purchases.field(event, "store")).startsWith("uk-")) {
            award.give("island", "sparks", 1);
        }
        if (time.getHour() >= 6) {
            award.give("hours", "sparks", 1);
        }
        Map<LocalDate, Long> asked = state.asked;
        if (amount > 0) {
            long before = asked.getOrDefault(day, 0L);
            asked = new HashMap<>(asked);
            asked.put(day, before + 3);
            award.give("daily", "sparks", Math.min(DAILY, before + 3) - Math.min(DAILY, before));
        }
        boolean open = !day.isBefore(OPEN) && !day.isAfter(CLOSE);
        long spent = (long) Math.rint(amount * 1_000_000);
        State next =
                new State(
                        state.purchases + 1,
                        state.spend + spent,
                        with(state.categories, categories),
                        open ? state.purchasesWithin + 1 : state.purchasesWithin,
                        open ? state.spendWithin + spent : state.spendWithin,
                        open ? with(state.categoriesWithin, categories) : state.categoriesWithin,
                        asked);
        UUID decision = ids == null ? NO_ID : ids.decision(event.key());
        return new Outcome(next, decision, points, open ? progress(state, next) : List.of());
    }

    private static Map<String, Integer> with(Map<String, Integer> counts, List<?> categories) {
        Map<String, Integer> sums = new HashMap<>(counts);
        for (Object category : new HashSet<>(categories)) {
            sums.merge((String) category, 1, Integer::sum);
        }
        return sums;
    }

    private static List<Progress> progress(State before, State after) {
        double visitsBefore = before.purchasesWithin;
        double visits = after.purchasesWithin;
        return List.of(
                new Progress("regular", List.of(visitsBefore), List.of(visits)),
                new Progress(
                        "explorer",
                        List.of((double) before.categoriesWithin.size(), visitsBefore),
                        List.of((double) after.categoriesWithin.size(), visits)),
                new Progress(
                        "spender",
                        List.of(before.spendWithin / 1e6),
                        List.of(after.spendWithin / 1e6)));
    }

    /** Collects points. */
    private record Awarder(List<Points> points, Event event, @Nullable EffectIds ids) {

        private void give(String rule, String wallet, long number) {
            if (number != 0) {
                UUID id = ids == null ? NO_ID : ids.rule(event.key(), rule, wallet);
                points.add(new Points(id, rule, wallet, number));
            }
        }
    }
}
