package dev.laurel.engine.budgets;

import static java.util.stream.Collectors.toMap;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Budget.Exhausted;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the {@code budgets} of a program document. */
public final class BudgetReader {

    private static final long MOST_POINTS = 1_000_000_000_000_000L;

    private static final Map<String, Period> PERIODS =
            Stream.of(Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)
                    .collect(
                            toMap(Period::word, period -> period, (a, _) -> a, LinkedHashMap::new));

    private final Section document;
    private final Set<String> wallets;
    private final List<Rule> rules;
    private final Set<String> taken = new HashSet<>();

    private BudgetReader(Section document, Set<String> wallets, List<Rule> rules) {
        this.document = document;
        this.wallets = wallets;
        this.rules = rules;
    }

    /** Reads them, given the ids of wallets and the rules. */
    public static List<BudgetScope> read(Section document, Set<String> wallets, List<Rule> rules) {
        BudgetReader reader = new BudgetReader(document, wallets, rules);
        List<BudgetScope> scopes = new ArrayList<>();
        for (Section section : document.sections("budgets")) {
            BudgetScope scope = reader.read(section);
            if (scope != null) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private @Nullable BudgetScope read(Section section) {
        section.words(
                Set.of(
                        "id",
                        "wallet",
                        "amount",
                        "exhausted",
                        "rules",
                        "challenges",
                        "streaks",
                        "leaderboards",
                        "period"),
                Set.of("badges"));
        String id = section.newId(taken);
        String wallet = section.reference("wallet", "wallet", wallets);
        long amount = amount(section);
        Period every = every(section);
        Exhausted exhausted =
                section.choice("exhausted", Set.of("trim", "refuse"), Set.of(), "trim")
                                .equals("refuse")
                        ? Exhausted.REFUSE
                        : Exhausted.TRIM;
        Set<Cause> mechanics = new HashSet<>();
        mechanics(section, "rules", "rule", Cause::rule, mechanics);
        mechanics(section, "challenges", "challenge", Cause::challenge, mechanics);
        mechanics(section, "streaks", "streak", Cause::streak, mechanics);
        mechanics(section, "leaderboards", "leaderboard", Cause::leaderboard, mechanics);
        if (wallet != null) {
            expectAwards(section, wallet, mechanics);
        }
        return id == null || wallet == null
                ? null
                : new BudgetScope(new Budget(id, amount, exhausted), every, wallet, mechanics);
    }

    private static @Nullable Period every(Section section) {
        String word = section.choice("period", PERIODS.keySet(), Set.of(), "");
        return PERIODS.get(word);
    }

    private static long amount(Section section) {
        if (!section.has("amount")) {
            section.problem("Expected 'amount', but it is missing.");
            return 0;
        }
        Long amount = section.whole("amount");
        if (amount != null && (amount < 0 || amount > MOST_POINTS)) {
            section.problem(
                    "amount",
                    "Expected 0 to %d points, but it was %d.".formatted(MOST_POINTS, amount));
        }
        return amount == null ? 0 : amount;
    }

    private void mechanics(
            Section section,
            String word,
            String kind,
            Function<String, Cause> cause,
            Set<Cause> mechanics) {
        section.references(word, kind, document.ids(word)).stream()
                .map(cause)
                .forEach(mechanics::add);
    }

    private void expectAwards(Section section, String wallet, Set<Cause> mechanics) {
        rules.stream()
                .filter(rule -> mechanics.contains(Cause.rule(rule.id())))
                .filter(rule -> rule.awards().stream().noneMatch(a -> a.wallet().equals(wallet)))
                .forEach(rule ->
                        section.problem(
                                "rules",
                                "Expected rules that award %s, but '%s' does not."
                                        .formatted(wallet, rule.id())));
    }
}
