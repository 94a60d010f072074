package dev.laurel.members.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what a caller says about a member, and finds everything that is wrong with it. */
public final class StatementReader {

    private static final List<String> PROPERTIES =
            List.of(
                    "displayName",
                    "timeZone",
                    "locale",
                    "segments",
                    "team",
                    "teamSince",
                    "attributes",
                    "consents",
                    "contact");
    private static final int MAX_NAME = 100;
    private static final int MAX_SEGMENTS = 100;
    private static final int MAX_CONSENTS = 50;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** What came of reading. */
    public sealed interface Reading {

        /** It can be used. */
        record Said(Statement statement) implements Reading {}

        /** It cannot, for all of these reasons. */
        record Refused(List<Fault> faults) implements Reading {}
    }

    private final Faults faults = new Faults();
    private final Map<String, ? extends @Nullable Object> document;

    private StatementReader(Map<String, ? extends @Nullable Object> document) {
        this.document = document;
    }

    /**
     * Reads a document. A contact that is left out stays as it is, one that is {@code null} goes;
     * so do consents.
     *
     * @param now no team begins later
     */
    public static Reading read(Map<String, ? extends @Nullable Object> document, Instant now) {
        StatementReader reader = new StatementReader(document);
        Statement statement = reader.statement(now);
        List<Fault> found = reader.faults.found();
        return found.isEmpty() ? new Reading.Said(statement) : new Reading.Refused(found);
    }

    private Statement statement(Instant now) {
        faults.unknown("", document, PROPERTIES);
        return new Statement(
                name("displayName"),
                faults.text(
                        "/timeZone",
                        document.get("timeZone"),
                        "the IANA name of a time zone, such as Europe/London",
                        ZONES::contains),
                locale(),
                segments(),
                name("team"),
                teamSince(now),
                new AttributeReader(faults).read("/attributes", document.get("attributes")),
                document.containsKey("consents") ? consents() : null,
                document.containsKey("contact")
                        ? new ContactReader(faults).read("/contact", document.get("contact"))
                        : null);
    }

    private @Nullable String name(String property) {
        return faults.text(
                "/" + property,
                document.get(property),
                "a text of 1 to %d characters".formatted(MAX_NAME),
                StatementReader::isName);
    }

    private @Nullable String locale() {
        return parsed(
                "locale",
                "a BCP 47 language tag such as en-GB",
                tag -> {
                    Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                    return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
                });
    }

    private @Nullable Instant teamSince(Instant now) {
        return parsed(
                "teamSince",
                "an RFC 3339 time that has passed",
                text -> {
                    Instant time = OffsetDateTime.parse(text).toInstant();
                    return time.isAfter(now) || time.isBefore(EARLIEST)
                            ? null
                            : time.truncatedTo(ChronoUnit.MILLIS);
                });
    }

    private <T> @Nullable T parsed(
            String property, String expected, Function<String, @Nullable T> parser) {
        Object value = document.get(property);
        T parsed = null;
        if (value instanceof String text) {
            try {
                parsed = parser.apply(text);
            } catch (IllformedLocaleException | DateTimeException malformed) {
                parsed = null;
            }
        }
        if (value != null && parsed == null) {
            faults.add("/" + property, expected, value);
        }
        return parsed;
    }

    private List<String> segments() {
        Object value = document.get("segments");
        List<String> segments = new ArrayList<>();
        if (value instanceof List<?> list && list.size() <= MAX_SEGMENTS) {
            for (int index = 0; index < list.size(); index++) {
                if (list.get(index) instanceof String segment && isName(segment)) {
                    segments.add(segment);
                } else {
                    faults.add(
                            "/segments/" + index,
                            "a text of 1 to %d characters".formatted(MAX_NAME),
                            list.get(index));
                }
            }
        } else if (value != null) {
            faults.add("/segments", "a list of at most %d".formatted(MAX_SEGMENTS), value);
        }
        return segments;
    }

    private Map<String, Boolean> consents() {
        Map<?, ?> object = faults.object("/consents", document.get("consents"));
        Map<String, Boolean> consents = new TreeMap<>();
        if (object.size() > MAX_CONSENTS) {
            faults.add("/consents", "at most %d".formatted(MAX_CONSENTS), object.size());
            return consents;
        }
        object.forEach((name, value) -> {
            if (!(name instanceof String text && isName(text))) {
                faults.add("/consents", "names of 1 to %d characters".formatted(MAX_NAME), name);
            } else if (value instanceof Boolean given) {
                consents.put(text, given);
            } else if (value != null) {
                faults.add("/consents/" + Faults.escaped(text), "true or false", value);
            }
        });
        return consents;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && Texts.isPlain(text, MAX_NAME);
    }
}
