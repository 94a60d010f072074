package dev.laurel.engine.rules;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.expressions.Kind;
import dev.laurel.engine.expressions.Trigger;
import dev.laurel.engine.limits.Limit;
import dev.laurel.engine.limits.LimitReader;
import dev.laurel.engine.limits.Pace;
import dev.laurel.engine.limits.Places;
import dev.laurel.engine.scopes.Scope;
import dev.laurel.engine.scopes.ScopeReader;
import dev.laurel.engine.wallets.Roundings;
import dev.laurel.engine.wallets.Wallet;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code rules} of a program document. */
public final class RuleReader {

    private static final Set<String> OWN =
            Set.of("id", "on", "when", "for", "award", "limits", "cooldown", "rounding");
    private static final Set<String> LATER = Set.of("name", "budget", "badge");
    private static final Duration LEAST_COOLDOWN = Duration.ofSeconds(1);
    private static final Duration MOST_COOLDOWN = Duration.ofDays(366);

    private final EventVocabularies vocabularies;
    private final Set<String> wallets;
    private final Map<String, RoundingMode> roundings = new HashMap<>();
    private final Set<String> words = new HashSet<>(OWN);
    private final Set<String> taken = new HashSet<>();

    private RuleReader(EventVocabularies vocabularies, Set<String> ids, List<Wallet> wallets) {
        this.vocabularies = vocabularies;
        this.wallets = ids;
        for (Wallet wallet : wallets) {
            RoundingMode rounding = wallet.rounding();
            if (rounding != null) {
                roundings.put(wallet.id(), rounding);
            }
        }
        words.addAll(ScopeReader.WORDS);
    }

    public static List<Rule> read(
            Section document, EventVocabularies vocabularies, List<Wallet> wallets) {
        RuleReader reader = new RuleReader(vocabularies, document.ids("wallets"), wallets);
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
        section.words(words, LATER);
        String id = section.newId(taken);
        Trigger trigger = Trigger.read(section, vocabularies.types(), vocabularies::compiler);
        Scope scope = ScopeReader.read(section, "rule:" + id, vocabularies.members());
        Duration cooldown = cooldown(section);
        Section award = section.section("award");
        if (award == null && !section.has("award")) {
            section.problem("Expected 'award', but it is missing.");
        }
        LimitReader reader =
                new LimitReader(String.valueOf(id), scope.schedule().clock(), awarded(award));
        section.sections("limits")
                .forEach(limit -> reader.readOwn(limit, of -> object(of, trigger)));
        Map<String, List<Limit>> limits = reader.limits();
        if (award == null) {
            return null;
        }
        List<Award> awards = awards(award, trigger, limits, Roundings.read(section));
        return id == null || trigger == null
                ? null
                : new Rule(
                        id,
                        trigger.on(),
                        trigger.when(),
                        trigger.beneficiary(),
                        scope,
                        new Pace(limits.getOrDefault(Places.COUNT, List.of()), cooldown),
                        awards,
                        List.of());
    }

    private static @Nullable Duration cooldown(Section section) {
        String text = section.text("cooldown");
        Duration cooldown = text == null ? null : Durations.read(text);
        if (text != null
                && (cooldown == null
                        || cooldown.compareTo(LEAST_COOLDOWN) < 0
                        || cooldown.compareTo(MOST_COOLDOWN) > 0)) {
            section.problem(
                    "cooldown",
                    "Expected a duration such as PT10M, from PT1S to P366D, but it was '%s'."
                            .formatted(text));
            return null;
        }
        return cooldown;
    }

    private @Nullable Expression object(Section limit, @Nullable Trigger trigger) {
        String text = limit.text("object");
        return text == null || trigger == null
                ? null
                : compiler(trigger)
                        .expression(
                                text,
                                Kind.ID,
                                trigger.when().facts(),
                                limit.place("object"),
                                limit.problems());
    }

    private ExpressionCompiler compiler(Trigger trigger) {
        return vocabularies.compiler(trigger.on());
    }

    /** What limits can be for; any wallet as long as the award itself is wrong. */
    private Set<String> awarded(@Nullable Section award) {
        return award == null || !wallets.containsAll(award.keys())
                ? wallets
                : Set.copyOf(award.keys());
    }

    private List<Award> awards(
            Section award,
            @Nullable Trigger trigger,
            Map<String, List<Limit>> limits,
            @Nullable RoundingMode own) {
        if (award.keys().isEmpty()) {
            award.problem("Expected points for at least one wallet, but there are none.");
        }
        List<Award> awards = new ArrayList<>();
        for (String wallet : award.keys()) {
            if (!wallets.contains(wallet)) {
                award.unknown(award.place(wallet), "wallet", wallet, wallets);
            }
            RoundingMode rounding = own == null ? roundings.get(wallet) : own;
            Kind kind = rounding == null ? Kind.WHOLE : Kind.NUMBER;
            Expression points = trigger == null ? null : points(award, wallet, trigger, kind);
            if (points != null) {
                awards.add(
                        new Award(
                                wallet,
                                points,
                                rounding == null ? RoundingMode.FLOOR : rounding,
                                limits.getOrDefault(wallet, List.of())));
            }
        }
        return awards;
    }

    private @Nullable Expression points(Section award, String wallet, Trigger trigger, Kind kind) {
        String text = award.expression(wallet);
        if (text == null) {
            if (!award.has(wallet)) {
                award.problem(wallet, "Expected points, but there are none.");
            }
            return null;
        }
        return compiler(trigger)
                .expression(
                        text, kind, trigger.when().facts(), award.place(wallet), award.problems());
    }
}
