package dev.laurel.engine.boosts;

import dev.laurel.engine.boosts.Boost.Stacking;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.scopes.Scope;
import dev.laurel.engine.scopes.ScopeReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code boosts} of a program document. */
public final class BoostReader {

    private static final Set<String> WORDS =
            Set.of("id", "name", "rules", "when", "multiply", "add", "stacking");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private final EventVocabularies vocabularies;
    private final Set<String> wallets;
    private final Map<String, String> rules;
    private final Set<String> known;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, List<Boosting>> byRule = new HashMap<>();

    private BoostReader(
            Section document,
            EventVocabularies vocabularies,
            Set<String> wallets,
            Map<String, String> rules) {
        this.vocabularies = vocabularies;
        this.wallets = wallets;
        this.rules = rules;
        this.known = document.ids("rules");
    }

    /**
     * Reads them by the rules that they are on, in the program's order.
     *
     * @param rules types of events by the ids of the rules on them
     */
    public static Map<String, List<Boosting>> read(
            Section document,
            EventVocabularies vocabularies,
            Set<String> wallets,
            Map<String, String> rules) {
        BoostReader reader = new BoostReader(document, vocabularies, wallets, rules);
        document.sections("boosts").forEach(reader::read);
        return reader.byRule;
    }

    private void read(Section section) {
        Set<String> words = new HashSet<>(WORDS);
        words.addAll(ScopeReader.WORDS);
        section.words(words, Set.of());
        String id = section.newId(taken);
        section.text("name");
        Scope scope = ScopeReader.read(section, "boost:" + id, vocabularies.members());
        Set<String> on = section.has("rules") ? section.references("rules", "rule", known) : known;
        Map<String, BigDecimal> factors = factors(section);
        Map<String, Long> points = points(section);
        if (!section.has("multiply") && !section.has("add")) {
            section.problem("Expected 'multiply' or 'add', but there is neither.");
        }
        Stacking stacking = stacking(section);
        Map<String, Condition> conditions = conditions(section, on);
        if (id == null) {
            return;
        }
        Boost boost = new Boost(id, scope, factors, points, stacking);
        for (String rule : on) {
            Condition when = conditions.get(rules.get(rule));
            if (when != null) {
                byRule.computeIfAbsent(rule, r -> new ArrayList<>()).add(new Boosting(boost, when));
            }
        }
    }

    private static Stacking stacking(Section section) {
        String word =
                section.choice(
                        "stacking", Set.of("highest", "add", "multiply"), Set.of(), "highest");
        Stacking stacking = Stacking.valueOf(word.toUpperCase(Locale.ROOT));
        if (stacking == Stacking.MULTIPLY && section.has("add")) {
            section.problem(
                    "stacking",
                    "Expected one of add, highest for a boost that adds points, but it was 'multiply'.");
        }
        return stacking;
    }

    /**
     * One for each type of events, as each has its own fields; a problem of several counts once.
     */
    private Map<String, Condition> conditions(Section section, Set<String> on) {
        Map<String, Condition> conditions = new HashMap<>();
        String text = section.expression("when");
        for (String rule : on) {
            String type = rules.get(rule);
            if (type != null && !conditions.containsKey(type)) {
                conditions.put(
                        type, text == null ? Condition.ALWAYS : compiled(section, type, text));
            }
        }
        return conditions;
    }

    private Condition compiled(Section section, String type, String text) {
        Condition condition =
                vocabularies
                        .compiler(type)
                        .condition(text, section.place("when"), section.problems());
        return condition == null ? Condition.ALWAYS : condition;
    }

    private Map<String, BigDecimal> factors(Section boost) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        Section section = wallets(boost, "multiply", "a factor");
        if (section == null) {
            return factors;
        }
        for (String wallet : section.keys()) {
            BigDecimal factor = section.number(wallet);
            if (factor != null && (factor.signum() <= 0 || factor.compareTo(MOST) > 0)) {
                section.problem(
                        wallet,
                        "Expected more than 0 and at most %s, but it was %s."
                                .formatted(MOST, factor));
            } else if (factor != null) {
                factors.put(wallet, factor);
            }
        }
        return factors;
    }

    private Map<String, Long> points(Section boost) {
        Map<String, Long> points = new LinkedHashMap<>();
        Section section = wallets(boost, "add", "points");
        if (section == null) {
            return points;
        }
        for (String wallet : section.keys()) {
            Long number = section.whole(wallet);
            if (number != null && (number < 1 || number > MOST_POINTS)) {
                section.problem(
                        wallet, "Expected 1 to %d, but it was %d.".formatted(MOST_POINTS, number));
            } else if (number != null) {
                points.put(wallet, number);
            }
        }
        return points;
    }

    private @Nullable Section wallets(Section boost, String key, String what) {
        Section section = boost.section(key);
        if (section == null) {
            return null;
        }
        if (section.keys().isEmpty()) {
            section.problem(
                    "Expected %s for at least one wallet, but there is none.".formatted(what));
        }
        for (String wallet : section.keys()) {
            if (!wallets.contains(wallet)) {
                section.unknown(section.place(wallet), "wallet", wallet, wallets);
            }
        }
        return section;
    }
}
