package dev.laurel.engine;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Retention;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** What stands at the top of a program document. */
record ProgramHead(String id, String name, ZoneId zone, Duration lateness, Retention retention) {

    private static final Set<String> WORDS =
            Set.of(
                    "program",
                    "name",
                    "timeZone",
                    "locales",
                    "lateness",
                    "retention",
                    "wallets",
                    "events",
                    "metrics",
                    "rules",
                    "challenges",
                    "badges",
                    "streaks",
                    "leaderboards",
                    "limits",
                    "tests",
                    "boosts",
                    "tiers",
                    "budgets",
                    "exchanges",
                    "channels");
    private static final Set<String> LATER = Set.of("rewards", "teams");

    private static final String PROGRAM_PATTERN = "[a-z][a-z0-9-]{0,63}";
    private static final Duration DEFAULT_LATENESS = Duration.ofDays(7);
    private static final Duration MOST_LATENESS = Duration.ofDays(366);

    /** Reads it, with anything that fits in place of what is wrong. */
    static ProgramHead read(Section document) {
        document.words(WORDS, LATER);
        String id = document.requiredText("program");
        if (id != null && !id.matches(PROGRAM_PATTERN)) {
            document.problem(
                    "program",
                    "Expected lower-case letters, digits and '-' beginning with a letter, at most 64, but it was '%s'."
                            .formatted(id));
        }
        String name = document.text("name");
        String known = id == null ? "" : id;
        Duration lateness = lateness(document);
        return new ProgramHead(
                known,
                name == null ? known : name,
                zone(document),
                lateness,
                RetentionReader.read(document, lateness));
    }

    private static ZoneId zone(Section document) {
        String text = document.requiredText("timeZone");
        if (text == null) {
            return ZoneOffset.UTC;
        }
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        document.unknown(
                document.place("timeZone"), "time zone", text, ZoneId.getAvailableZoneIds());
        return ZoneOffset.UTC;
    }

    private static Duration lateness(Section document) {
        String text = document.text("lateness");
        if (text == null) {
            return DEFAULT_LATENESS;
        }
        Duration lateness = Durations.read(text);
        if (lateness == null || lateness.isNegative() || lateness.compareTo(MOST_LATENESS) > 0) {
            document.problem(
                    "lateness",
                    "Expected a duration such as P7D or PT12H, at most P366D, but it was '%s'."
                            .formatted(text));
            return DEFAULT_LATENESS;
        }
        return lateness;
    }
}
