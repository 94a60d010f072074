package dev.laurel.engine.limits;

import dev.laurel.engine.document.Names;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.periods.Clock;
import dev.laurel.engine.periods.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code limits} by what they bound: wallets, and {@link Places#COUNT} for awards. */
public final class LimitReader {

    /** Those that refuse first, then those that trim from the shortest period to the longest. */
    public static final Comparator<Limit> IN_ORDER =
            Comparator.comparing((Limit limit) -> !limit.whole())
                    .thenComparing(Limit::per)
                    .thenComparing(limit -> limit.object() == null);

    private static final Set<String> PERIODS =
            Arrays.stream(Period.values()).map(Period::word).collect(Collectors.toSet());
    private static final Set<String> WORDS =
            Set.of("id", "rules", "per", "fill", "timeZone", "object", Places.COUNT);

    private final String owner;
    private final Clock clock;
    private final Set<String> awarded;
    private final Map<String, List<Limit>> limits = new HashMap<>();

    /**
     * For the limits of one owner.
     *
     * @param awarded the wallets that they can be for
     */
    public LimitReader(String owner, Clock clock, Set<String> awarded) {
        this.owner = owner;
        this.clock = clock;
        this.awarded = awarded;
    }

    /** What was read, in the order in which an award goes through it. */
    public Map<String, List<Limit>> limits() {
        limits.values().forEach(list -> list.sort(IN_ORDER));
        return limits;
    }

    /** Reads a limit of a rule, which can count awards and be for each object. */
    public void readOwn(Section section, Function<Section, @Nullable Expression> objects) {
        Expression object = section.has("object") ? objects.apply(section) : null;
        for (String word : List.of("id", "rules", "timeZone")) {
            if (section.has(word)) {
                unknown(section, word);
            }
        }
        read(section, object, true);
    }

    /** Reads a limit over several rules. */
    public void readShared(Section section) {
        for (String word : List.of("object", Places.COUNT)) {
            if (section.has(word)) {
                unknown(section, word);
            }
        }
        read(section, null, false);
    }

    private void read(Section section, @Nullable Expression object, boolean counting) {
        if (!section.has("per")) {
            section.problem("Expected 'per', but it is missing.");
        }
        String word = section.choice("per", PERIODS, Set.of("event"), Period.EVER.word());
        Period per = Period.valueOf(word.toUpperCase(Locale.ROOT));
        boolean whole =
                section.choice("fill", Set.of("partial", "whole"), Set.of(), "partial")
                        .equals("whole");
        List<String> wallets = section.keys().stream().filter(key -> !WORDS.contains(key)).toList();
        boolean counts = counting && section.has(Places.COUNT);
        if (wallets.isEmpty() && !counts) {
            section.problem(
                    "Expected a number of points for %s, but there is none."
                            .formatted(Names.oneOf(awarded)));
        }
        for (String wallet : wallets) {
            if (awarded.contains(wallet)) {
                add(section, wallet, new Limit(owner, per, clock, 0, whole, object));
            } else {
                unknown(section, wallet);
            }
        }
        if (counts) {
            add(section, Places.COUNT, new Limit(owner, per, clock, 0, true, object));
        }
    }

    private void unknown(Section section, String word) {
        section.unknown(section.place(word), "wallet of this award", word, awarded);
    }

    private void add(Section section, String wallet, Limit of) {
        Long most = section.whole(wallet);
        if (most != null && most < 1) {
            section.problem(wallet, "Expected at least 1, but it was %d.".formatted(most));
        } else if (most != null) {
            Limit limit =
                    new Limit(of.owner(), of.per(), of.clock(), most, of.whole(), of.object());
            List<Limit> others = limits.computeIfAbsent(wallet, w -> new ArrayList<>());
            others.forEach(other -> compare(section, limit, other));
            others.add(limit);
        }
    }

    private static void compare(Section section, Limit limit, Limit other) {
        boolean sameObject =
                limit.object() == null
                        ? other.object() == null
                        : other.object() != null
                                && limit.object().text().equals(other.object().text());
        if (!sameObject && limit.object() != null && other.object() != null) {
            section.problem(
                    "object",
                    "Expected the same object as before, %s, but it was %s."
                            .formatted(other.object(), limit.object()));
        } else if (sameObject && other.per() == limit.per() && other.whole() == limit.whole()) {
            section.problem(
                    "per",
                    "Expected one limit per %s, but there is another one before it."
                            .formatted(limit.per().word()));
        } else if (!limit.whole()
                && !other.whole()
                && !limit.per().isWithin(other.per())
                && !other.per().isWithin(limit.per())) {
            section.problem(
                    "per",
                    "Expected periods of which one contains the other, but weeks and %ss overlap."
                            .formatted(
                                    limit.per() == Period.WEEK
                                            ? other.per().word()
                                            : limit.per().word()));
        }
    }
}
