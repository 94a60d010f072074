package dev.laurel.engine.limits;

import dev.laurel.engine.document.Names;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code limits}. */
public final class LimitReader {

    private static final Set<String> PERIODS =
            Arrays.stream(Period.values()).map(Period::word).collect(Collectors.toSet());
    private static final Set<String> WORDS = Set.of("id", "rules", "per", "fill");

    /** Those that refuse first, then those that trim from the shortest period to the longest. */
    public static final Comparator<Limit> IN_ORDER =
            Comparator.comparing((Limit limit) -> !limit.whole()).thenComparing(Limit::per);

    private LimitReader() {}

    /**
     * Reads a rule's own limits by wallet, in the order in which an award goes through them.
     *
     * @param owner the rule's id
     * @param awarded the wallets that they can be for
     */
    public static Map<String, List<Limit>> read(Section rule, String owner, Set<String> awarded) {
        Map<String, List<Limit>> limits = new HashMap<>();
        for (Section section : rule.sections("limits")) {
            read(section, owner, awarded, limits);
        }
        limits.values().forEach(list -> list.sort(IN_ORDER));
        return limits;
    }

    /** Reads one limit into those that are there by wallet. */
    public static void read(
            Section section, String owner, Set<String> awarded, Map<String, List<Limit>> into) {
        if (!section.has("per")) {
            section.problem("Expected 'per', but it is missing.");
        }
        String word = section.choice("per", PERIODS, Set.of("hour", "event"), Period.EVER.word());
        Period per = Period.valueOf(word.toUpperCase(Locale.ROOT));
        boolean whole =
                section.choice("fill", Set.of("partial", "whole"), Set.of(), "partial")
                        .equals("whole");
        List<String> wallets = section.keys().stream().filter(key -> !WORDS.contains(key)).toList();
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
                        new Limit(owner, per, points, whole),
                        into.computeIfAbsent(wallet, w -> new ArrayList<>()));
            }
        }
    }

    private static void add(Section section, Limit limit, List<Limit> into) {
        for (Limit other : into) {
            if (!other.owner().equals(limit.owner())) {
                continue;
            }
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

    /** A week can lie in two months, quarters or years; all other periods nest. */
    private static boolean nest(Period one, Period other) {
        Set<Period> both = Set.of(one, other);
        return !both.contains(Period.WEEK)
                || Collections.disjoint(both, Set.of(Period.MONTH, Period.QUARTER, Period.YEAR));
    }
}
