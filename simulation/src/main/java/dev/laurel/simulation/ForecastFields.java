package dev.laurel.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as trees of JSON; {@code docs/simulation.md} explains every field. */
public final class ForecastFields {

    private ForecastFields() {}

    /**
     * What the other program would have done, and how that differs.
     *
     * @param most at most so many of the balances that differ, the largest difference first
     */
    public static Map<String, Object> of(Comparison comparison, int most) {
        Map<String, Object> against = of(comparison.live());
        against.put("gaining", comparison.gaining());
        against.put("losing", comparison.losing());
        against.put("badgesMore", comparison.badges());
        against.put("completionsMore", comparison.challenges());
        against.put("tiersMore", comparison.tiers());
        against.put("changes", changes(comparison, most));
        return against;
    }

    /** Everything but single members. */
    public static Map<String, Object> of(Forecast forecast) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("program", forecast.program());
        json.put("events", forecast.events());
        json.put("refused", forecast.refused());
        json.put("refusals", forecast.refusals());
        json.put("decisions", words(forecast.decisions()));
        json.put("members", forecast.members().size());
        json.put("touched", forecast.touched());
        json.put("wallets", movements(forecast.wallets()));
        Map<String, Object> mechanics = new LinkedHashMap<>();
        forecast.mechanics().forEach((id, moved) -> mechanics.put(id, movements(moved)));
        json.put("mechanics", mechanics);
        json.put("rules", rules(forecast));
        json.put("challenges", challenges(forecast));
        json.put("badges", forecast.badges());
        json.put("budgets", budgets(forecast));
        json.put("tiers", tiers(forecast));
        json.put("emitted", forecast.emitted());
        json.put("failures", forecast.failures());
        return json;
    }

    private static List<Object> rules(Forecast forecast) {
        List<Object> rules = new ArrayList<>();
        forecast.rules()
                .forEach(rule -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("rule", rule.rule());
                    json.put("outcomes", words(rule.outcomes()));
                    json.put("points", movements(rule.points()));
                    json.put("trimmed", rule.trimmed());
                    json.put("reasons", rule.reasons());
                    rules.add(json);
                });
        return rules;
    }

    private static List<Object> challenges(Forecast forecast) {
        List<Object> challenges = new ArrayList<>();
        forecast.challenges()
                .forEach(challenge -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("challenge", challenge.challenge());
                    json.put("completions", challenge.completions());
                    json.put("reopenings", challenge.reopenings());
                    json.put("withoutPlace", challenge.withoutPlace());
                    json.put("heldOut", challenge.heldOut());
                    json.put("points", movements(challenge.points()));
                    challenges.add(json);
                });
        return challenges;
    }

    private static List<Object> budgets(Forecast forecast) {
        List<Object> budgets = new ArrayList<>();
        forecast.budgets()
                .forEach(budget -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("budget", budget.budget());
                    json.put("wallet", budget.wallet());
                    json.put("amount", budget.amount());
                    json.put("used", budget.used());
                    json.put("shortAwards", budget.shortAwards());
                    json.put("shortPoints", budget.shortPoints());
                    if (budget.exhaustedAt() != null) {
                        json.put("exhaustedAt", budget.exhaustedAt().toString());
                    }
                    budgets.add(json);
                });
        return budgets;
    }

    private static List<Object> tiers(Forecast forecast) {
        List<Object> tiers = new ArrayList<>();
        forecast.tiers()
                .forEach(tier -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("tier", tier.tier());
                    json.put("members", tier.members());
                    json.put("raised", tier.raised());
                    json.put("lowered", tier.lowered());
                    json.put("points", movements(tier.points()));
                    tiers.add(json);
                });
        return tiers;
    }

    private static List<Object> changes(Comparison comparison, int most) {
        List<Object> changes = new ArrayList<>();
        comparison.changes().stream()
                .limit(most)
                .forEach(change -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("member", change.member());
                    json.put("wallet", change.wallet());
                    json.put("live", change.live());
                    json.put("draft", change.draft());
                    json.put("difference", change.difference());
                    changes.add(json);
                });
        return changes;
    }

    private static Map<String, Object> movements(Map<String, Movement> moved) {
        Map<String, Object> json = new LinkedHashMap<>();
        moved.forEach((wallet, movement) -> {
            Map<String, Object> points = new LinkedHashMap<>();
            points.put("given", movement.given());
            points.put("taken", movement.taken());
            points.put("net", movement.net());
            json.put(wallet, points);
        });
        return json;
    }

    /** Counts by the words that people write, such as {@code taken-back}. */
    private static Map<String, Long> words(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((word, count) -> words.put(word(word), count));
        return words;
    }

    /** The word that people write for a constant, such as {@code taken-back}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
