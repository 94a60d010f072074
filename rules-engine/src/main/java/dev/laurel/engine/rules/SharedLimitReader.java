package dev.laurel.engine.rules;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.limits.Limit;
import dev.laurel.engine.limits.LimitReader;
import dev.laurel.engine.scopes.ScopeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code limits} over several rules, at the top of a program document. */
public final class SharedLimitReader {

    private final Set<String> known;
    private final Set<String> wallets;
    private final List<Rule> rules;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Map<String, List<Limit>>> byRule = new HashMap<>();

    private SharedLimitReader(Section document, List<Rule> rules, Set<String> wallets) {
        this.known = document.ids("rules");
        this.rules = rules;
        this.wallets = wallets;
    }

    /** Gives rules the limits that they share. */
    public static List<Rule> share(Section document, List<Rule> rules, Set<String> wallets) {
        SharedLimitReader reader = new SharedLimitReader(document, rules, wallets);
        document.sections("limits").forEach(reader::read);
        return rules.stream()
                .map(rule -> rule.sharing(reader.byRule.getOrDefault(rule.id(), Map.of())))
                .toList();
    }

    private void read(Section section) {
        String id = section.newId(taken);
        if (!section.has("rules")) {
            section.problem("Expected 'rules', but it is missing.");
        }
        Set<String> over = section.references("rules", "rule", known);
        LimitReader reader =
                new LimitReader(
                        Limit.shared(String.valueOf(id)), ScopeReader.clock(section), wallets);
        reader.readShared(section);
        Map<String, List<Limit>> limits = reader.limits();
        limits.keySet().forEach(wallet -> over.forEach(rule -> expect(wallet, rule, section)));
        for (String rule : over) {
            limits.forEach((wallet, more) -> add(rule, wallet, more));
        }
    }

    private void expect(String wallet, String id, Section section) {
        rules.stream()
                .filter(rule -> rule.id().equals(id))
                .filter(rule -> rule.awards().stream().noneMatch(a -> a.wallet().equals(wallet)))
                .forEach(rule ->
                        section.problem(
                                "rules",
                                "Expected rules that award %s, but '%s' does not."
                                        .formatted(wallet, id)));
    }

    private void add(String rule, String wallet, List<Limit> more) {
        List<Limit> limits =
                byRule.computeIfAbsent(rule, r -> new HashMap<>())
                        .computeIfAbsent(wallet, w -> new ArrayList<>());
        limits.addAll(more);
        limits.sort(LimitReader.IN_ORDER);
    }
}
