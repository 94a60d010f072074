package dev.laurel.engine;

import dev.laurel.engine.boosts.Boost;
import dev.laurel.engine.boosts.Boosting;
import dev.laurel.engine.boosts.Overlaps;
import dev.laurel.engine.boosts.Stack;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.limits.Limit;
import dev.laurel.engine.rules.Award;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.scopes.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for rules, boosts and limits that are allowed, but seldom meant. */
final class RuleReview {

    private final List<Rule> rules;
    private final Section document;
    private final Problems warnings;
    private final Map<String, Set<String>> rulesByLimit = new HashMap<>();

    RuleReview(List<Rule> rules, Section document, Problems warnings) {
        this.rules = rules;
        this.document = document;
        this.warnings = warnings;
        for (Rule rule : rules) {
            rule.awards().stream()
                    .flatMap(award -> award.limits().stream())
                    .filter(Limit::isShared)
                    .forEach(limit ->
                            rulesByLimit
                                    .computeIfAbsent(limit.owner(), l -> new HashSet<>())
                                    .add(rule.id()));
        }
    }

    void review() {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            never("rules", i, rule.scope(), rule.when().neverHolds());
            for (Award award : rule.awards()) {
                stacked(i, award);
                chain(i, rule, award);
                unreached(i, award);
            }
        }
        boosts();
    }

    private void never(String list, int index, Scope scope, boolean neverHolds) {
        if (scope.schedule().isEmpty()) {
            warn(
                    list,
                    index,
                    "Expected a day within its window, but %s has none."
                            .formatted(scope.schedule()));
        }
        if (neverHolds || scope.audience().neverHolds()) {
            warn(
                    list,
                    index,
                    "Expected a condition that can hold, but '%s' never does."
                            .formatted(neverHolds ? "when" : "audience"));
        }
    }

    private void stacked(int index, Award award) {
        List<Boost> boosts =
                rules.get(index).boosts().stream()
                        .map(Boosting::boost)
                        .filter(boost -> boost.factors().containsKey(award.wallet()))
                        .toList();
        BigDecimal single =
                boosts.stream()
                        .map(boost -> new Stack(List.of(boost), award.wallet()).factor())
                        .reduce(BigDecimal.ONE, BigDecimal::max);
        Stack worst = Overlaps.worst(boosts, award.wallet());
        if (worst.factor().compareTo(single) > 0) {
            warn(
                    "rules",
                    index,
                    "Expected boosts that are meant together, but %d of them at once multiply the %s of '%s' by %s."
                            .formatted(
                                    worst.size(),
                                    award.wallet(),
                                    rules.get(index).id(),
                                    worst.factor().stripTrailingZeros().toPlainString()));
        }
    }

    /** What limits that trim let through depends on the order where their cells overlap. */
    private void chain(int index, Rule rule, Award award) {
        List<Limit> chain = new ArrayList<>();
        rule.pace().counts().stream().filter(limit -> !limit.whole()).forEach(chain::add);
        award.limits().stream().filter(limit -> !limit.whole()).forEach(chain::add);
        for (int i = 1; i < chain.size(); i++) {
            Limit before = chain.get(i - 1);
            Limit limit = chain.get(i);
            if (!before.isWithin(limit) || !rulesOf(limit).containsAll(rulesOf(before))) {
                warn(
                        "rules",
                        index,
                        "Expected limits on %s of which each lies within the next, but %s does not lie within %s, so what they let through depends on the order of events."
                                .formatted(award.wallet(), before, limit));
            }
        }
    }

    private Set<String> rulesOf(Limit limit) {
        return limit.isShared()
                ? rulesByLimit.getOrDefault(limit.owner(), Set.of())
                : Set.of(limit.owner());
    }

    private void unreached(int index, Award award) {
        for (Limit limit : award.limits()) {
            for (Limit longer : award.limits()) {
                if (!longer.equals(limit)
                        && !longer.isShared()
                        && !limit.isShared()
                        && limit.isWithin(longer)
                        && longer.most() <= limit.most()) {
                    warn(
                            "rules",
                            index,
                            "Expected less than %s in the shorter period, but it is never reached, as there is %s."
                                    .formatted(limit, longer));
                }
            }
        }
    }

    private void boosts() {
        List<Section> sections = document.sections("boosts");
        for (int i = 0; i < sections.size(); i++) {
            String id = String.valueOf(sections.get(i).value("id"));
            Boosting boosting = boosting(id);
            if (boosting == null) {
                warn(
                        "boosts",
                        i,
                        "Expected a rule that gives what '%s' boosts, but there is none."
                                .formatted(id));
            } else {
                boolean neverHolds = boosting.when().neverHolds();
                never("boosts", i, boosting.boost().scope(), neverHolds);
                if (rules.stream()
                        .filter(rule -> has(rule, id))
                        .allMatch(r -> isApart(r, boosting))) {
                    warn(
                            "boosts",
                            i,
                            "Expected a time at which one of its rules is in force as well, but there is none.");
                }
            }
        }
    }

    private @Nullable Boosting boosting(String id) {
        return rules.stream()
                .flatMap(rule -> rule.boosts().stream())
                .filter(each -> each.boost().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Rule rule, String boost) {
        return rule.boosts().stream().anyMatch(each -> each.boost().id().equals(boost));
    }

    private static boolean isApart(Rule rule, Boosting boosting) {
        return rule.scope().schedule().isApartFrom(boosting.boost().scope().schedule());
    }

    private void warn(String list, int index, String message) {
        warnings.add(document.place(list).child(index).pointer(), message);
    }
}
