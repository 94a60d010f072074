package dev.laurel.engine.wallets;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code pending} and {@code expiry} of a wallet. */
final class ValidityReader {

    private static final Map<String, Period> ROUNDINGS =
            EnumSet.of(Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR).stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    period -> "end-of-" + period.word(), Function.identity()));

    private ValidityReader() {}

    /**
     * Reads what one wallet says.
     *
     * @param activating the types of events that activate points
     * @param types all types of events
     */
    static Validity read(Section wallet, Set<String> activating, Types types) {
        Section section = wallet.section("expiry");
        Expiry expiry = section == null ? null : expiry(section, types);
        return wallet.value("pending") instanceof Map
                ? new Validity(Span.NONE, wait(wallet, activating), expiry)
                : new Validity(span(wallet, "pending", Span.NONE), null, expiry);
    }

    private static @Nullable Wait wait(Section wallet, Set<String> activating) {
        Section section = wallet.section("pending");
        if (section == null) {
            return null;
        }
        section.words(Set.of("until", "atMost"), Set.of());
        String until = until(section, activating);
        Span atMost = section.has("atMost") ? span(section, "atMost", Span.NONE) : null;
        return until == null ? null : new Wait(until, atMost);
    }

    private static @Nullable String until(Section section, Set<String> activating) {
        if (section.has("until") && activating.isEmpty()) {
            section.problem(
                    "until",
                    "Expected an event type with 'activates', but there is none in 'events'.");
            return null;
        }
        return section.reference("until", "event type with 'activates'", activating);
    }

    private static @Nullable Expiry expiry(Section section, Types types) {
        section.words(Set.of("after", "rounding", "on", "inactivity", "without"), Set.of());
        if (section.has("inactivity")) {
            return inactivity(section, types);
        }
        if (section.has("without")) {
            section.problem("without", "Expected 'inactivity' with 'without', but it is missing.");
        }
        if (section.has("on")) {
            if (section.has("after") || section.has("rounding")) {
                section.problem(
                        "Expected either 'on' or 'after' and 'rounding', but there are both.");
            }
            return on(section);
        }
        if (!section.has("after") && !section.has("rounding")) {
            section.problem(
                    "Expected 'after', 'rounding', 'on' or 'inactivity', but there is none of them.");
            return null;
        }
        Span after = span(section, "after", Span.NONE);
        Period rounding = rounding(section);
        if (after.equals(Span.NONE) && rounding == null) {
            return null;
        }
        return new Expiry.After(after, rounding);
    }

    private static @Nullable Expiry inactivity(Section section, Types types) {
        if (section.has("after") || section.has("on")) {
            section.problem(
                    "Expected 'inactivity' without 'after' and 'on', but one of them is there.");
        }
        Span span = span(section, "inactivity", Span.NONE);
        if (span.isNone() && Span.read(String.valueOf(section.value("inactivity"))) != null) {
            section.problem(
                    "inactivity",
                    "Expected a duration above 0, but it was '%s'."
                            .formatted(section.value("inactivity")));
        }
        Set<String> without =
                section.has("without")
                        ? section.references("without", "event type", types.all())
                        : types.ofMembers();
        return span.isNone()
                ? null
                : new Expiry.Inactivity(new Expiry.After(span, rounding(section)), without);
    }

    private static @Nullable Period rounding(Section section) {
        return section.has("rounding")
                ? ROUNDINGS.get(section.choice("rounding", ROUNDINGS.keySet(), Set.of(), ""))
                : null;
    }

    private static @Nullable Expiry on(Section section) {
        String text = section.text("on");
        if (text == null) {
            return null;
        }
        try {
            return new Expiry.On(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            section.problem(
                    "on", "Expected a day such as 2027-01-31, but it was '%s'.".formatted(text));
            return null;
        }
    }

    private static Span span(Section section, String key, Span otherwise) {
        String text = section.text(key);
        if (text == null) {
            return otherwise;
        }
        Span span = Span.read(text);
        if (span == null) {
            section.problem(
                    key,
                    "Expected a duration of at most ten years such as P14D or P12M, but it was '%s'."
                            .formatted(text));
            return otherwise;
        }
        return span;
    }

    /**
     * The types of events that a program declares.
     *
     * @param all of them
     * @param ofMembers those that are not emitted about members who are silent
     */
    record Types(Set<String> all, Set<String> ofMembers) {}
}
