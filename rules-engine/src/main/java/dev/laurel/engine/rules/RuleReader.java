package dev.laurel.engine.rules;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Kind;
import dev.laurel.engine.expressions.Trigger;
import dev.laurel.engine.limits.Limit;
import dev.laurel.engine.limits.LimitReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code rules} of a program document. */
public final class RuleReader {

    private static final Set<String> WORDS = Set.of("id", "on", "when", "for", "award", "limits");
    private static final Set<String> LATER =
            Set.of("name", "audience", "budget", "boosts", "badge", "multiply");

    private final EventVocabularies vocabularies;
    private final Set<String> wallets;
    private final Set<String> taken = new HashSet<>();

    private RuleReader(EventVocabularies vocabularies, Set<String> wallets) {
        this.vocabularies = vocabularies;
        this.wallets = wallets;
    }

    public static List<Rule> read(
            Section document, EventVocabularies vocabularies, Set<String> wallets) {
        RuleReader reader = new RuleReader(vocabularies, wallets);
        List<Rule> rules = new ArrayList<>();
        for (Section section : document.sections("rules")) {
            Rule rule = reader.read(section);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable Rule read(Section section) {
        section.words(WORDS, LATER);
        String id = section.newId(taken);
        Trigger trigger = Trigger.read(section, vocabularies.types(), vocabularies::compiler);
        Section award = section.section("award");
        if (award == null && !section.has("award")) {
            section.problem("Expected 'award', but it is missing.");
        }
        Map<String, List<Limit>> limits =
                LimitReader.read(section, String.valueOf(id), awarded(award));
        if (award == null) {
            return null;
        }
        List<Award> awards = awards(award, trigger, limits);
        return id == null || trigger == null
                ? null
                : new Rule(id, trigger.on(), trigger.when(), trigger.beneficiary(), awards);
    }

    /** What limits can be for; any wallet as long as the award itself is wrong. */
    private Set<String> awarded(@Nullable Section award) {
        return award == null || !wallets.containsAll(award.keys())
                ? wallets
                : Set.copyOf(award.keys());
    }

    private List<Award> awards(
            Section award, @Nullable Trigger trigger, Map<String, List<Limit>> limits) {
        if (award.keys().isEmpty()) {
            award.problem("Expected points for at least one wallet, but there are none.");
        }
        List<Award> awards = new ArrayList<>();
        for (String wallet : award.keys()) {
            if (!wallets.contains(wallet)) {
                award.unknown(award.place(wallet), "wallet", wallet, wallets);
            }
            Expression points = trigger == null ? null : points(award, wallet, trigger);
            if (points != null) {
                awards.add(new Award(wallet, points, limits.getOrDefault(wallet, List.of())));
            }
        }
        return awards;
    }

    private @Nullable Expression points(Section award, String wallet, Trigger trigger) {
        String text = award.expression(wallet);
        if (text == null) {
            if (!award.has(wallet)) {
                award.problem(wallet, "Expected points, but there are none.");
            }
            return null;
        }
        return vocabularies
                .compiler(trigger.on())
                .expression(
                        text,
                        Kind.WHOLE,
                        trigger.when().facts(),
                        award.place(wallet),
                        award.problems());
    }
}
