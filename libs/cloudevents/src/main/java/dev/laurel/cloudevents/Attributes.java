package dev.laurel.cloudevents;

import dev.laurel.contracts.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The context attributes of a CloudEvent as they came, whichever way they came. */
record Attributes(
        @Nullable String specversion,
        @Nullable String id,
        @Nullable String source,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String time,
        @Nullable String datacontenttype) {

    static final String SPEC_VERSION = "1.0";

    private static final int MAX_ID = 256;
    private static final int MAX_SOURCE = 512;
    private static final int MAX_TYPE = 256;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration FUTURE = Duration.ofHours(24);

    /**
     * Checks all of them.
     *
     * @param receivedAt what the event's time is measured against
     * @param problems gets one entry per finding
     * @return whether there was nothing to add to the problems
     */
    boolean check(Instant receivedAt, List<FieldProblem> problems) {
        int before = problems.size();
        if (!SPEC_VERSION.equals(specversion)) {
            problems.add(
                    new FieldProblem(
                            "/specversion",
                            "Expected specversion 1.0, but it was "
                                    + Texts.quoted(specversion)
                                    + ".",
                            SPEC_VERSION));
        }
        text("id", id, MAX_ID, problems);
        text("source", source, MAX_SOURCE, problems);
        text("type", type, MAX_TYPE, problems);
        subject(problems);
        time(receivedAt, problems);
        if (datacontenttype != null && !isJson(datacontenttype)) {
            problems.add(
                    new FieldProblem(
                            "/datacontenttype",
                            "Expected data of the type application/json, but it was %s."
                                    .formatted(Texts.quoted(datacontenttype)),
                            "application/json"));
        }
        return problems.size() == before;
    }

    /** Whether an instant can come from a clock that is set. */
    static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /** The event's time; only after a successful {@link #check}. */
    Instant instant() {
        Instant instant = time == null ? null : Rfc3339.parse(time);
        if (instant == null) {
            throw new IllegalStateException("Expected a checked time, but it was " + time + ".");
        }
        return instant;
    }

    private static void text(
            String name, @Nullable String value, int max, List<FieldProblem> problems) {
        if (value == null
                || value.isBlank()
                || value.length() > max
                || Texts.hasControls(value)
                || !Texts.isStorable(value)) {
            problems.add(
                    new FieldProblem(
                            "/" + name,
                            "Expected %s to have 1 to %d characters and no control characters, but it %s."
                                    .formatted(name, max, found(value, max)),
                            "text of 1 to " + max + " characters"));
        }
    }

    private void subject(List<FieldProblem> problems) {
        if (subject == null || !MemberKey.isMember(subject) || !Texts.isStorable(subject)) {
            problems.add(
                    new FieldProblem(
                            "/subject",
                            "Expected subject to name the member in 1 to %d characters, no control characters, but it %s."
                                    .formatted(
                                            MemberKey.MAX_MEMBER_LENGTH,
                                            found(subject, MemberKey.MAX_MEMBER_LENGTH)),
                            "the member's id"));
        }
    }

    private void time(Instant receivedAt, List<FieldProblem> problems) {
        Instant instant = time == null ? null : Rfc3339.parse(time);
        String message = null;
        if (instant == null) {
            message =
                    time == null
                            ? "Expected time to say when it happened, but it was absent."
                            : "Expected time as in RFC 3339, but it was %s."
                                    .formatted(Texts.quoted(time));
        } else if (instant.isBefore(EARLIEST)) {
            message =
                    "Expected a time from the year 2000 on, but it was %s: is the sender's clock set?"
                            .formatted(time);
        } else if (instant.isAfter(receivedAt.plus(FUTURE))) {
            message =
                    "Expected a time at most 24 hours ahead of %s, when the event was received, but it was %s: is the sender's clock set?"
                            .formatted(receivedAt, time);
        }
        if (message != null) {
            problems.add(
                    new FieldProblem("/time", message, "RFC 3339, such as 2011-11-01T08:26:00Z"));
        }
    }

    private static String found(@Nullable String value, int max) {
        if (value == null) {
            return "was absent";
        }
        if (value.isBlank()) {
            return "was empty";
        }
        return value.length() > max
                ? "had " + value.length()
                : "was " + Texts.quoted(value.replaceAll("\\p{Cntrl}", "�"));
    }

    /** Whether a media type is JSON in UTF-8. */
    static boolean isJson(String mediaType) {
        String[] parts = mediaType.toLowerCase(Locale.ROOT).split(";", 2);
        return parts[0].strip().equals("application/json")
                && (parts.length == 1 || isUtf8(parts[1]));
    }

    /** Whether media type parameters, if they name a character set, name UTF-8. */
    static boolean isUtf8(String parameters) {
        String compact = parameters.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        return !compact.contains("charset=")
                || compact.contains("charset=utf-8")
                || compact.contains("charset=us-ascii");
    }
}
