package dev.laurel.simulation;

import dev.laurel.engine.decisions.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program would have done.
 *
 * @param program the program's id
 * @param events how many events it was given, whatever came of them
 * @param refused how many of these the platform would have refused at its door
 * @param refusals why, the most frequent first
 * @param decisions decisions by outcome: one per event and member concerned
 * @param wallets points by wallet, in the program's order
 * @param mechanics points by mechanic, such as {@code rule:base-earn}, and wallet
 * @param rules every rule of the program, in its order
 * @param challenges every challenge of the program
 * @param badges every badge of the program
 * @param budgets every budget of the program
 * @param tiers every tier of the program, from low to high
 * @param emitted events about silent members that would have been emitted, by type
 * @param failures expressions of metrics and badges that failed, by mechanic and reason
 * @param members every member concerned, by id
 */
public record Forecast(
        String program,
        long events,
        long refused,
        Map<String, Long> refusals,
        Map<Decision.Outcome, Long> decisions,
        Map<String, Movement> wallets,
        Map<String, Map<String, Movement>> mechanics,
        List<RuleFigures> rules,
        List<ChallengeFigures> challenges,
        List<BadgeFigures> badges,
        List<BudgetFigures> budgets,
        List<TierFigures> tiers,
        Map<String, Long> emitted,
        Map<String, Map<String, Long>> failures,
        Map<String, MemberForecast> members) {

    public Forecast {
        wallets = Collections.unmodifiableMap(new LinkedHashMap<>(wallets));
        rules = List.copyOf(rules);
        challenges = List.copyOf(challenges);
        badges = List.copyOf(badges);
        budgets = List.copyOf(budgets);
        tiers = List.copyOf(tiers);
        emitted = Collections.unmodifiableMap(new LinkedHashMap<>(emitted));
        members = Collections.unmodifiableMap(members);
    }

    long balance(String member, String wallet) {
        MemberForecast forecast = members.get(member);
        return forecast == null ? 0 : forecast.balance(wallet);
    }

    /** Members who have points, badges or completed challenges in the end. */
    public long touched() {
        return members.values().stream().filter(MemberForecast::isTouched).count();
    }
}
