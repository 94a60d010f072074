package dev.laurel.simulation;

import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.members.Member;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a registry says of a member: {@code timeZone}, {@code locale}, {@code segments},
 * {@code team} or {@code teams}, {@code enrolments}, {@code attributes} and {@code tier}, all
 * optional.
 */
public final class MemberReader {

    private static final Set<String> WORDS =
            Set.of(
                    "timeZone",
                    "locale",
                    "segments",
                    "team",
                    "teams",
                    "enrolments",
                    "attributes",
                    "tier");

    private MemberReader() {}

    /** What came of reading: a member, or else all that is wrong. */
    public record Reading(@Nullable Member member, List<Problem> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads one that names the member by {@code member}; words that it does not know are ignored.
     */
    public static Reading read(Map<String, Object> line) {
        Problems problems = new Problems();
        Section section = Section.root(line, problems);
        String id = section.requiredText("member");
        Member member = id == null ? null : read(id, section);
        return new Reading(problems.isEmpty() ? member : null, problems.list());
    }

    /** Reads one from a part of a document; what is wrong becomes a problem of it. */
    public static Member of(String id, Section section) {
        section.words(WORDS, Set.of());
        return read(id, section);
    }

    private static Member read(String id, Section section) {
        return new Member(
                id,
                zone(section),
                section.text("locale"),
                segments(section),
                teams(section),
                enrolments(section),
                attributes(section),
                section.text("tier"));
    }

    private static @Nullable ZoneId zone(Section section) {
        String text = section.text("timeZone");
        if (text != null && !ZoneId.getAvailableZoneIds().contains(text)) {
            section.unknown(
                    section.place("timeZone"), "time zone", text, ZoneId.getAvailableZoneIds());
            return null;
        }
        return text == null ? null : ZoneId.of(text);
    }

    private static Set<String> segments(Section section) {
        Set<String> segments = new LinkedHashSet<>();
        if (section.value("segments") instanceof List<?> list) {
            list.forEach(segment -> segments.add(String.valueOf(segment)));
        } else if (section.has("segments")) {
            section.problem("segments", "Expected a list of texts, but it was none.");
        }
        return segments;
    }

    private static List<Member.Membership> teams(Section section) {
        List<Member.Membership> teams = new ArrayList<>();
        String always = section.text("team");
        if (always != null) {
            teams.add(new Member.Membership(always, Instant.MIN));
        }
        for (Section membership : section.sections("teams")) {
            Instant from = instant(membership, "from");
            if (from != null) {
                teams.add(new Member.Membership(membership.text("team"), from));
            }
        }
        return teams;
    }

    private static Map<String, Instant> enrolments(Section section) {
        Map<String, Instant> enrolments = new LinkedHashMap<>();
        Section joined = section.section("enrolments");
        if (joined != null) {
            for (String challenge : joined.keys()) {
                Instant at = instant(joined, challenge);
                if (at != null) {
                    enrolments.put(challenge, at);
                }
            }
        }
        return enrolments;
    }

    private static Map<String, Object> attributes(Section section) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Section given = section.section("attributes");
        if (given != null) {
            for (String name : given.keys()) {
                Object value = given.value(name);
                if (value != null) {
                    attributes.put(name, value);
                }
            }
        }
        return attributes;
    }

    private static @Nullable Instant instant(Section section, String key) {
        String text = section.requiredText(key);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            section.problem(
                    key,
                    "Expected a time such as 2026-03-01T00:00:00Z, but it was '%s'."
                            .formatted(text));
            return null;
        }
    }
}
