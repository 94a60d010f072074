package dev.laurel.engine.challenges;

import dev.laurel.engine.badges.BadgeReader;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.document.Texts;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.periods.Days;
import dev.laurel.engine.scopes.Control;
import dev.laurel.engine.scopes.ScopeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code challenges} of a program document. */
public final class ChallengeReader {

    private static final Set<String> WORDS =
            Set.of(
                    "id",
                    "name",
                    "description",
                    "story",
                    "hidden",
                    "recommendedFor",
                    "open",
                    "audience",
                    "enrolment",
                    "by",
                    "repeat",
                    "order",
                    "steps",
                    "complete",
                    "award",
                    "onReturn",
                    "winners",
                    "control");
    private static final Set<String> LATER = Set.of("image");
    private static final int MOST_WINNERS = 1_000_000;
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private final Map<String, Boolean> additive;
    private final Set<String> wallets;
    private final Set<String> badges;
    private final ExpressionCompiler compiler;
    private final Texts texts;
    private final StepReader steps;
    private final Set<String> taken = new HashSet<>();

    private ChallengeReader(
            Section document, List<Metric> metrics, ExpressionCompiler compiler, Texts texts) {
        this.additive = metrics.stream().collect(Collectors.toMap(Metric::id, Metric::isAdditive));
        this.wallets = document.ids("wallets");
        this.badges = BadgeReader.awardable(document);
        this.compiler = compiler;
        this.texts = texts;
        this.steps = new StepReader(document.ids("metrics"), compiler, texts);
    }

    /**
     * Reads them.
     *
     * @param metrics the metrics that have no problems
     * @param compiler compiles expressions over the member
     * @param texts reads texts for people
     */
    public static List<Challenge> read(
            Section document, List<Metric> metrics, ExpressionCompiler compiler, Texts texts) {
        ChallengeReader reader = new ChallengeReader(document, metrics, compiler, texts);
        List<Challenge> challenges = new ArrayList<>();
        for (Section section : document.sections("challenges")) {
            Challenge challenge = reader.read(section);
            if (challenge != null) {
                challenges.add(challenge);
            }
        }
        return challenges;
    }

    private @Nullable Challenge read(Section section) {
        section.words(WORDS, LATER);
        String id = section.newId(taken);
        String name = texts.read(section, "name");
        present(section);
        Days open = DaysReader.read(section);
        Entry entry = entry(section);
        List<Step> read = steps.read(section);
        boolean byTeam = TeamSteps.read(section, read);
        Rhythm rhythm = Rhythm.read(section, read, additive);
        Section award = section.section("award");
        if (award == null && !section.has("award")) {
            section.problem("Expected 'award', but it is missing.");
        }
        Map<String, Long> points = award == null ? Map.of() : points(award);
        String badge =
                award == null || !award.has("badge")
                        ? null
                        : award.reference("badge", "badge", badges);
        boolean takenBack =
                section.choice("onReturn", Set.of("keep", "take-back"), Set.of(), "take-back")
                        .equals("take-back");
        Integer winners = winners(section, rhythm.repeat(), byTeam);
        Control control = ScopeReader.control(section, Cause.challenge("" + id).toString());
        return id == null || open == null
                ? null
                : new Challenge(
                        id,
                        name == null ? id : name,
                        open,
                        byTeam,
                        rhythm.repeat(),
                        rhythm.inSequence(),
                        entry,
                        read,
                        rhythm.enough(),
                        points,
                        badge,
                        takenBack,
                        winners,
                        control);
    }

    private static @Nullable Integer winners(Section section, Repeat repeat, boolean byTeam) {
        Long winners = section.whole("winners");
        if (winners == null) {
            return null;
        }
        if (winners < 1 || winners > MOST_WINNERS) {
            section.problem(
                    "winners", "Expected 1 to %d, but it was %d.".formatted(MOST_WINNERS, winners));
            return null;
        }
        if (byTeam) {
            section.problem(
                    "winners", "Expected a challenge for members, but it is one for teams.");
        }
        if (repeat == Repeat.UNLIMITED) {
            section.problem(
                    "winners",
                    "Expected a challenge that members complete once, or once in a period, but it is unlimited.");
        }
        return winners.intValue();
    }

    /** What only says how it is shown. */
    private void present(Section section) {
        texts.read(section, "description");
        section.flag("hidden", false);
        section.text("recommendedFor");
        Section story = section.section("story");
        if (story == null) {
            return;
        }
        story.words(Set.of("chapter", "text"), Set.of());
        Long chapter = story.whole("chapter");
        if (chapter != null && chapter < 1) {
            story.problem("chapter", "Expected at least 1, but it was %d.".formatted(chapter));
        }
        texts.read(story, "text");
        if (!story.has("text")) {
            story.problem("Expected 'text', but it is missing.");
        }
    }

    private Entry entry(Section section) {
        String text = section.expression("audience");
        Condition audience =
                text == null
                        ? Condition.ALWAYS
                        : compiler.condition(text, section.place("audience"), section.problems());
        boolean optIn =
                section.choice("enrolment", Set.of("automatic", "opt-in"), Set.of(), "automatic")
                        .equals("opt-in");
        return audience == null || (audience == Condition.ALWAYS && !optIn)
                ? Entry.FREE
                : new Entry(audience, optIn);
    }

    private Map<String, Long> points(Section award) {
        Map<String, Long> points = new LinkedHashMap<>();
        if (award.keys().isEmpty()) {
            award.problem("Expected points or a badge, but there are none.");
        }
        for (String wallet : award.keys()) {
            if (wallet.equals("badge")) {
                continue;
            }
            if (!wallets.contains(wallet)) {
                award.unknown(award.place(wallet), "wallet", wallet, wallets);
            }
            Long number = award.whole(wallet);
            if (number != null && (number < 1 || number > MOST_POINTS)) {
                String message =
                        number < 1
                                ? "Expected at least 1, but it was %d."
                                : "Expected at most 1000000000000, but it was %d.";
                award.problem(wallet, message.formatted(number));
            } else if (number != null) {
                points.put(wallet, number);
            }
        }
        return points;
    }
}
