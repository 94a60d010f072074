package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Challenge.Step;
import dev.laurel.engine.challenges.Challenge.Window;
import dev.laurel.engine.document.Section;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code challenges} of a program document. */
public final class ChallengeReader {

    private static final Set<String> WORDS =
            Set.of("id", "name", "description", "open", "steps", "award", "onReturn");
    private static final Set<String> LATER =
            Set.of("story", "audience", "enrolment", "repeat", "order", "image");

    private final Set<String> metrics;
    private final Set<String> wallets;
    private final Set<String> badges;
    private final Set<String> taken = new HashSet<>();

    private ChallengeReader(Set<String> metrics, Set<String> wallets, Set<String> badges) {
        this.metrics = metrics;
        this.wallets = wallets;
        this.badges = badges;
    }

    /** Reads them, given the ids of what they can refer to. */
    public static List<Challenge> read(
            Section document, Set<String> metrics, Set<String> wallets, Set<String> badges) {
        ChallengeReader reader = new ChallengeReader(metrics, wallets, badges);
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
        String name = section.text("name");
        section.text("description");
        LocalDate[] open = open(section);
        List<Step> steps = steps(section);
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
        return id == null || open == null
                ? null
                : new Challenge(
                        id,
                        name == null ? id : name,
                        open[0],
                        open[1],
                        steps,
                        points,
                        badge,
                        takenBack);
    }

    private static LocalDate @Nullable [] open(Section section) {
        String text = section.requiredText("open");
        if (text == null) {
            return null;
        }
        String[] days = text.split("/", -1);
        try {
            if (days.length == 2) {
                LocalDate opens = LocalDate.parse(days[0].strip());
                LocalDate closes = LocalDate.parse(days[1].strip());
                if (!closes.isBefore(opens)) {
                    return new LocalDate[] {opens, closes};
                }
            }
        } catch (DateTimeException notDays) {
            // the same problem as any other text
        }
        section.problem(
                "open",
                "Expected a first and a last day such as 2011-11-01/2011-12-24, but it was '%s'."
                        .formatted(text));
        return null;
    }

    private List<Step> steps(Section challenge) {
        List<Section> sections = challenge.sections("steps");
        Set<String> stepIds = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (Section section : sections) {
            Step step = step(section, stepIds);
            if (step != null) {
                steps.add(step);
            }
        }
        if (sections.isEmpty()) {
            challenge.problem("Expected at least one step, but there is none.");
        } else if (steps.size() == sections.size()
                && steps.stream().allMatch(step -> step.window() == Window.EVER)) {
            challenge.problem(
                    "steps",
                    "Expected a step with `window: challenge`, but none depends on what happens while the challenge is open.");
        }
        return steps;
    }

    private @Nullable Step step(Section section, Set<String> stepIds) {
        section.words(Set.of("id", "measure", "target", "window"), Set.of("name", "text"));
        String id = section.newId(stepIds);
        String metric = section.reference("measure", "metric", metrics);
        BigDecimal target = section.number("target");
        if (!section.has("target")) {
            section.problem("Expected 'target', but it is missing.");
        } else if (target != null && target.signum() <= 0) {
            section.problem("target", "Expected more than 0, but it was %s.".formatted(target));
        }
        Window window =
                section.choice("window", Set.of("challenge", "ever"), Set.of(), "challenge")
                                .equals("ever")
                        ? Window.EVER
                        : Window.CHALLENGE;
        return id == null || metric == null || target == null
                ? null
                : new Step(id, metric, target.doubleValue(), window);
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
            if (number != null && number < 1) {
                award.problem(wallet, "Expected at least 1, but it was %d.".formatted(number));
            } else if (number != null) {
                points.put(wallet, number);
            }
        }
        return points;
    }
}
