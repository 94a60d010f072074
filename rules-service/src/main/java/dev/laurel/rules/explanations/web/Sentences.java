package dev.laurel.rules.explanations.web;

import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.rules.evaluation.Explanations.ForTeam;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in plain words, in a language that the reader understands. What a rule expected of the
 * event is said in English only, as it is about the program's expressions: {@link
 * RuleDecision#reason}.
 *
 * @param locale the language
 * @param texts its texts, by {@code outcome.…}, {@code rule.…} and {@code team.…}
 */
record Sentences(Locale locale, ResourceBundle texts) {

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final String BUNDLE = "dev.laurel.rules.explanations.web.sentences";

    /**
     * What a rule would do.
     *
     * @param rule the rule's id
     * @param text a sentence
     */
    record Sentence(String rule, String text) {}

    /**
     * In the best of the languages that there are; English where none fits.
     *
     * @param languages languages that the reader understands, as in {@code Accept-Language}
     */
    static Sentences in(@Nullable String languages) {
        Locale locale = best(languages);
        return new Sentences(
                locale,
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private static Locale best(@Nullable String languages) {
        if (languages == null || languages.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(languages), LOCALES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException noLanguages) {
            return Locale.ENGLISH;
        }
    }

    /** What becomes of the event as a whole. */
    String summary(Decision decision) {
        return text("outcome." + decision.outcome().name(), points(moved(decision)));
    }

    private static Map<String, Long> moved(Decision decision) {
        return decision.points().stream()
                .collect(
                        Collectors.toMap(
                                points -> points.wallet(),
                                points -> points.points(),
                                Long::sum,
                                TreeMap::new));
    }

    List<Sentence> of(Decision decision) {
        return decision.rules().stream().map(it -> new Sentence(it.rule(), text(it))).toList();
    }

    /** What the event would do for a team. */
    String of(ForTeam forTeam) {
        if (forTeam.unknown() != null) {
            return text("team.unknown", forTeam.team());
        }
        return forTeam.decisions().stream()
                .map(decision -> text(forTeam.team(), decision))
                .collect(Collectors.joining(" "));
    }

    private String text(String team, Decision decision) {
        StringBuilder text = new StringBuilder();
        for (ChallengeDecision challenge : decision.challenges()) {
            String steps =
                    challenge.steps().stream()
                            .map(it -> text("team.step", it.step(), it.after(), it.target()))
                            .collect(Collectors.joining(", "));
            text.append(text("team.progress", team, challenge.challenge(), steps));
            if (challenge.completed() != challenge.completedBefore()) {
                text.append(' ')
                        .append(text(challenge.completed() ? "team.completed" : "team.undone"));
            }
            if (challenge.completed() && challenge.heldOut() != null) {
                text.append(' ').append(text("team.heldOut"));
            }
        }
        if (!decision.points().isEmpty()) {
            text.append(' ').append(text("team.points", points(moved(decision))));
        }
        return text.toString();
    }

    private String text(RuleDecision rule) {
        String sentence = text("rule." + word(rule), points(rule.awarded()), points(rule.asked()));
        String reason = rule.reason();
        boolean says =
                reason != null
                        && locale.equals(Locale.ENGLISH)
                        && rule.outcome() != RuleDecision.Outcome.TAKEN_BACK;
        return says ? sentence + " " + reason : sentence;
    }

    /** What was asked for before it was refused was refused by a limit, or came too soon. */
    private static String word(RuleDecision rule) {
        boolean limited = rule.outcome() == RuleDecision.Outcome.REFUSED && !rule.asked().isEmpty();
        return limited ? "LIMITED" : rule.outcome().name();
    }

    private String text(String key, Object... details) {
        return new MessageFormat(texts.getString(key), locale).format(details);
    }

    private String points(Map<String, Long> points) {
        return points.isEmpty()
                ? texts.getString("points.none")
                : points.entrySet().stream()
                        .map(it -> "%+d %s".formatted(it.getValue(), it.getKey()))
                        .collect(Collectors.joining(texts.getString("points.and")));
    }
}
