package dev.laurel.tiers;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code tiers: {wallet or metric, window, levels, downgrade, notice}}. Published documents
 * are valid; what a later language adds is passed over.
 */
public final class LadderReader {

    private LadderReader() {}

    /**
     * Reads a program's ladder, empty where it has none.
     *
     * @param zone the program's
     */
    public static Optional<Ladder> read(Map<String, Object> document, ZoneId zone) {
        if (!(document.get("tiers") instanceof Map<?, ?> tiers)
                || !(tiers.get("levels") instanceof List<?> levels)) {
            return Optional.empty();
        }
        return measure(tiers).map(measure -> read(tiers, measure, levels, zone));
    }

    private static Optional<Measure> measure(Map<?, ?> tiers) {
        if (tiers.get("wallet") instanceof String wallet) {
            return Optional.of(new Measure.Wallet(wallet));
        }
        return tiers.get("metric") instanceof String metric
                ? Optional.of(new Measure.Metric(metric))
                : Optional.empty();
    }

    private static Ladder read(Map<?, ?> tiers, Measure measure, List<?> levels, ZoneId zone) {
        Map<?, ?> downgrade = tiers.get("downgrade") instanceof Map<?, ?> map ? map : Map.of();
        return new Ladder(
                measure,
                window(String.valueOf(tiers.get("window"))),
                levels(levels),
                "one-level".equals(downgrade.get("by")),
                period(downgrade.get("grace")),
                days(tiers.get("notice")),
                zone,
                version(tiers));
    }

    private static Window window(String word) {
        return switch (word) {
            case "calendar-year" -> new Window.CalendarYear();
            case "lifetime" -> new Window.Lifetime();
            default -> new Window.Rolling(Period.parse(word));
        };
    }

    private static List<Level> levels(List<?> items) {
        List<Level> levels = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> level && level.get("at") instanceof Number at) {
                levels.add(
                        new Level(
                                String.valueOf(level.get("id")),
                                at.longValue(),
                                award(level.get("award")),
                                name(level),
                                level.get("perks") instanceof List<?> perks ? perks : List.of()));
            }
        }
        return levels;
    }

    private static Object name(Map<?, ?> level) {
        Object name = level.get("name");
        return name == null ? String.valueOf(level.get("id")) : name;
    }

    private static Map<String, Long> award(@Nullable Object value) {
        Map<String, Long> award = new TreeMap<>();
        if (value instanceof Map<?, ?> points) {
            points.forEach((wallet, amount) -> {
                if (amount instanceof Number number) {
                    award.put(String.valueOf(wallet), number.longValue());
                }
            });
        }
        return award;
    }

    private static Period period(@Nullable Object value) {
        return value instanceof String text ? Period.parse(text) : Period.ZERO;
    }

    private static int days(@Nullable Object notice) {
        LocalDate any = LocalDate.EPOCH;
        return Math.toIntExact(any.until(any.plus(period(notice)), ChronoUnit.DAYS));
    }

    /** What decides about tiers, in the same order each time; names and perks do not. */
    private static String version(Map<?, ?> tiers) {
        StringBuilder text = new StringBuilder();
        if (tiers.get("metric") != null) {
            text.append("metric=").append(tiers.get("metric")).append(' ');
        }
        for (String word : List.of("wallet", "window", "downgrade", "notice")) {
            text.append(word).append('=').append(sorted(tiers.get(word))).append(' ');
        }
        if (tiers.get("levels") instanceof List<?> levels) {
            for (Object item : levels) {
                if (item instanceof Map<?, ?> level) {
                    text.append(level.get("id")).append('@').append(level.get("at")).append(' ');
                }
            }
        }
        return text.toString();
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
            return sorted;
        }
        return value;
    }
}
