package dev.laurel.engine.streaks;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Kind;
import dev.laurel.engine.expressions.Trigger;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.streaks.Streak.Activity;
import dev.laurel.engine.streaks.Streak.Freezes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code streaks} of a program document. */
public final class StreakReader {

    private static final Set<String> WORDS =
            Set.of(
                    "id",
                    "name",
                    "description",
                    "on",
                    "when",
                    "for",
                    "every",
                    "milestones",
                    "freezes",
                    "pauses",
                    "timeZone",
                    "repeat",
                    "onReturn",
                    "restore");
    private static final int MOST_FREEZES = 10;
    private static final int LONGEST_EARNING = 1000;

    private final EventVocabularies vocabularies;
    private final ZoneId programZone;
    private final Set<String> taken = new HashSet<>();
    private final MilestoneReader milestones;

    private StreakReader(
            EventVocabularies vocabularies, ZoneId programZone, MilestoneReader milestones) {
        this.vocabularies = vocabularies;
        this.programZone = programZone;
        this.milestones = milestones;
    }

    /** Reads them, given the program's zone and the ids of what they can refer to. */
    public static List<Streak> read(
            Section document,
            EventVocabularies vocabularies,
            ZoneId programZone,
            Set<String> wallets,
            Set<String> badges) {
        StreakReader reader =
                new StreakReader(vocabularies, programZone, new MilestoneReader(wallets, badges));
        List<Streak> streaks = new ArrayList<>();
        for (Section section : document.sections("streaks")) {
            Streak streak = reader.read(section);
            if (streak != null) {
                streaks.add(streak);
            }
        }
        return streaks;
    }

    private @Nullable Streak read(Section section) {
        section.words(WORDS, Set.of());
        String id = section.newId(taken);
        String name = section.text("name");
        section.text("description");
        List<Activity> activities = new ArrayList<>();
        String known = id == null ? "" : id;
        Trigger trigger = Trigger.read(section, vocabularies.types(), vocabularies::compiler);
        if (trigger != null) {
            activities.add(new Activity(known, trigger, null));
        }
        Section restore = section.section("restore");
        if (restore != null) {
            readRestore(restore, known, activities);
        }
        Period every = every(section);
        Streak streak =
                new Streak(
                        known,
                        name == null ? known : name,
                        activities,
                        every,
                        milestones.read(section),
                        freezes(section),
                        PauseReader.read(section),
                        is(section, "timeZone", "member", "program") ? null : programZone,
                        is(section, "repeat", "each-run", "never"),
                        is(section, "onReturn", "take-back", "keep"));
        return id == null || trigger == null ? null : streak;
    }

    private void readRestore(Section restore, String streak, List<Activity> into) {
        restore.words(Set.of("on", "when", "for", "day"), Set.of());
        Trigger trigger = Trigger.read(restore, vocabularies.types(), vocabularies::compiler);
        String text = restore.requiredText("day");
        if (trigger == null || text == null) {
            return;
        }
        Expression day =
                vocabularies
                        .compiler(trigger.on())
                        .expression(
                                text,
                                Kind.ID,
                                trigger.when().facts(),
                                restore.place("day"),
                                restore.problems());
        if (day != null) {
            into.add(new Activity(streak, trigger, day));
        }
    }

    private static Period every(Section section) {
        if (!section.has("every")) {
            section.problem("Expected 'every', but it is missing.");
        }
        String word = section.choice("every", Set.of("day", "week", "month"), Set.of(), "day");
        return Period.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Freezes freezes(Section streak) {
        Section section = streak.section("freezes");
        if (section == null) {
            return Freezes.NONE;
        }
        section.words(Set.of("earnEvery", "max"), Set.of());
        return new Freezes(
                between(section, "earnEvery", LONGEST_EARNING),
                between(section, "max", MOST_FREEZES));
    }

    private static int between(Section section, String key, int most) {
        if (!section.has(key)) {
            section.problem("Expected '%s', but it is missing.".formatted(key));
        }
        Long number = section.whole(key);
        if (number == null) {
            return 1;
        }
        if (number < 1 || number > most) {
            section.problem(key, "Expected 1 to %d, but it was %d.".formatted(most, number));
            return 1;
        }
        return number.intValue();
    }

    /** Whether a choice of two words fell on the first one, which it does by default. */
    private static boolean is(Section section, String key, String usual, String other) {
        return section.choice(key, Set.of(usual, other), Set.of(), usual).equals(usual);
    }
}
