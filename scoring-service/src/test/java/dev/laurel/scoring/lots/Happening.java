package dev.laurel.scoring.lots;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a member's points.
 *
 * @param points given, or taken when negative
 * @param undoes what gave those that are taken, if anything
 */
public record Happening(
        Instant at, UUID id, long points, @Nullable Term term, @Nullable UUID undoes) {

    private static final Instant START = Instant.parse("2011-01-30T09:00:00Z");

    /** When everything has become active, and expired if it ever does. */
    public static final Instant YEARS_LATER = START.plus(Duration.ofDays(4000));

    /** What comes of a history when everything is told as it happens. */
    public static List<Flow> asItHappens(List<Happening> history, Shortfall shortfall) {
        List<Flow> live = new ArrayList<>();
        Shelf shelf = new Shelf(START, 0, false, List.of(), LotSource.NONE);
        for (Happening each : history) {
            shelf = shelf.at(each.at());
            live.addAll(shelf.settle());
            live.addAll(each.tell(shelf, shortfall));
        }
        live.addAll(shelf.at(YEARS_LATER).settle());
        return live;
    }

    List<Flow> tell(Shelf shelf, Shortfall shortfall) {
        return points > 0
                ? shelf.give(id, points, at, term, null)
                : shelf.take(-points, at, undoes, shortfall);
    }

    /** Some months in order. */
    public static List<Happening> history(Random random) {
        List<Happening> history = new ArrayList<>();
        List<UUID> given = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 60; i++) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 5)));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            if (random.nextInt(3) > 0) {
                given.add(id);
                history.add(new Happening(now, id, random.nextInt(1, 60), term(random, now), null));
            } else {
                UUID undoes =
                        given.isEmpty() || random.nextBoolean()
                                ? null
                                : given.get(random.nextInt(given.size()));
                history.add(new Happening(now, id, -random.nextInt(1, 70), null, undoes));
            }
        }
        return history;
    }

    private static Term term(Random random, Instant now) {
        Instant activates =
                random.nextBoolean() ? now : now.plus(Duration.ofHours(random.nextInt(24 * 14)));
        Instant expires =
                activates
                        .plus(Duration.ofDays(1 + random.nextInt(60)))
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(Duration.ofDays(1));
        return new Term(activates, random.nextInt(5) == 0 ? null : expires);
    }

    /** Sums of flows by their times, without zeros. */
    public static Map<Side, Long> asOf(List<Flow> flows, Instant then) {
        Map<Side, Long> sides = new EnumMap<>(Side.class);
        flows.stream()
                .filter(flow -> !flow.at().isAfter(then))
                .forEach(flow -> {
                    sides.merge(flow.from(), -flow.points(), Long::sum);
                    sides.merge(flow.to(), flow.points(), Long::sum);
                });
        sides.values().removeIf(points -> points == 0);
        return sides;
    }
}
