package dev.laurel.engine.rules;

import dev.laurel.engine.document.Names;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code limits} of a rule. */
final class LimitReader {

    private static final Set<String> PERIODS =
            Arrays.stream(Period.values()).map(Period::word).collect(Collectors.toSet());
    private static final Comparator<Award.Limit> IN_ORDER =
            Comparator.comparing((Award.Limit limit) -> !limit.whole())
                    .thenComparing(Award.Limit::per);

    private LimitReader() {}

    /** Reads limits by wallet, in the order in which an award goes through them. */
    static Map<String, List<Award.Limit>> read(Section rule, Set<String> awarded) {
        Map<String, List<Award.Limit>> limits = new HashMap<>();
        for (Section section : rule.sections("limits")) {
            read(section, awarded, limits);
        }
        limits.values().forEach(list -> list.sort(IN_ORDER));
        return limits;
    }

    private static void read(
            Section section, Set<String> awarded, Map<String, List<Award.Limit>> into) {
        if (!section.has("per")) {
            section.problem("Expected 'per', but it is missing.");
        }
        String word = section.choice("per", PERIODS, Set.of("hour", "event"), Period.EVER.word());
        Period per = Period.valueOf(word.toUpperCase(Locale.ROOT));
        boolean whole =
                section.choice("fill", Set.of("partial", "whole"), Set.of(), "partial")
                        .equals("whole");
        List<String> wallets =
                section.keys().stream()
                        .filter(key -> !key.equals("per") && !key.equals("fill"))
                        .toList();
        if (wallets.isEmpty()) {
            section.problem(
                    "Expected a number of points for %s, but there is none."
                            .formatted(Names.oneOf(awarded)));
        }
        for (String wallet : wallets) {
            if (!awarded.contains(wallet)) {
                section.unknown(section.place(wallet), "wallet of this award", wallet, awarded);
                continue;
            }
            Long points = section.whole(wallet);
            if (points != null && points < 1) {
                section.problem(wallet, "Expected at least 1, but it was %d.".formatted(points));
            } else if (points != null) {
                add(
                        section,
                        new Award.Limit(per, points, whole),
                        into.computeIfAbsent(wallet, w -> new ArrayList<>()));
            }
        }
    }

    private static void add(Section section, Award.Limit limit, List<Award.Limit> into) {
        for (Award.Limit other : into) {
            if (other.per() == limit.per() && other.whole() == limit.whole()) {
                section.problem(
                        "per",
                        "Expected one limit per %s, but there is another one before it."
                                .formatted(limit.per().word()));
            } else if (!limit.whole() && !other.whole() && !nest(limit.per(), other.per())) {
                section.problem(
                        "per",
                        "Expected periods of which one contains the other, but weeks and %ss overlap."
                                .formatted(
                                        limit.per() == Period.WEEK
                                                ? other.per().word()
                                                : limit.per().word()));
            }
        }
        into.add(limit);
    }

    /** A week can lie in two months and in two years; all other periods nest. */
    private static boolean nest(Period one, Period other) {
        Set<Period> both = Set.of(one, other);
        return !both.contains(Period.WEEK)
                || !(both.contains(Period.MONTH) || both.contains(Period.YEAR));
    }
}
