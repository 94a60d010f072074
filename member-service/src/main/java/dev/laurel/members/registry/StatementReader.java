package dev.laurel.members.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

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
                new Times(faults, now).read("/teamSince", document.get("teamSince")),
                new AttributeReader(faults).read("/attributes", document.get("attributes")),
                document.containsKey("consents")
                        ? new ConsentReader(faults, new Times(faults, now))
                                .read("/consents", document.get("consents"))
                        : null,
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

    private <T> @Nullable T parsed(
            String property, String expected, Function<String, @Nullable T> parser) {
        Object value = document.get(property);
        T parsed = null;
        if (value instanceof String text) {
            try {
                parsed = parser.apply(text);
            } catch (IllformedLocaleException malformed) {
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

    private static boolean isName(String text) {
        return !text.isBlank() && Texts.isPlain(text, MAX_NAME);
    }
}
