package dev.laurel.simulation.tests;

import dev.laurel.engine.Program;
import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.tiers.Tiers.Level;
import dev.laurel.engine.wallets.Wallet;
import dev.laurel.simulation.Forecast;
import dev.laurel.simulation.MemberForecast;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what a test expects of members against what they came to. */
final class Expectations {

    private static final String BADGES = "badges";
    private static final String CHALLENGES = "challenges";
    private static final String TIER = "tier";

    private final List<String> wallets;
    private final Set<String> badges;
    private final Set<String> challenges;
    private final Set<String> tiers;

    Expectations(Program program) {
        this.wallets = program.wallets().stream().map(Wallet::id).toList();
        this.badges = program.badges().stream().map(Badge::id).collect(Collectors.toSet());
        this.challenges =
                program.challenges().stream().map(Challenge::id).collect(Collectors.toSet());
        this.tiers = program.tiers().levels().stream().map(Level::id).collect(Collectors.toSet());
    }

    /** Adds a problem for everything that is otherwise, or that the program does not have. */
    void check(Section expect, Forecast forecast) {
        for (String id : expect.keys()) {
            Section member = expect.section(id);
            if (member != null) {
                MemberForecast actual = forecast.members().get(id);
                check(
                        member,
                        actual == null
                                ? new MemberForecast(id, Map.of(), Map.of(), Set.of(), null)
                                : actual);
            }
        }
    }

    private void check(Section expected, MemberForecast actual) {
        Set<String> words = new LinkedHashSet<>(wallets);
        words.addAll(List.of(BADGES, CHALLENGES, TIER));
        expected.words(words, Set.of());
        for (String wallet : wallets) {
            Long points = expected.whole(wallet);
            if (points != null && points != actual.balance(wallet)) {
                expected.problem(
                        wallet,
                        "Expected %s to have %d %s, but it was %d."
                                .formatted(
                                        actual.member(), points, wallet, actual.balance(wallet)));
            }
        }
        if (expected.has(BADGES)) {
            badges(expected, actual);
        }
        if (expected.has(TIER)) {
            tier(expected, actual);
        }
        if (expected.has(CHALLENGES)) {
            Set<String> complete = known(expected, CHALLENGES, "challenge", challenges).keySet();
            if (!complete.equals(actual.challenges())) {
                expected.problem(
                        CHALLENGES,
                        "Expected %s to have completed %s, but it was %s."
                                .formatted(actual.member(), complete, actual.challenges()));
            }
        }
    }

    private void tier(Section expected, MemberForecast actual) {
        String tier = expected.text(TIER);
        if (tier != null && !tier.isEmpty() && !tiers.contains(tier)) {
            expected.unknown(expected.place(TIER), "tier", tier, tiers);
        } else if (tier != null && !tier.equals(actual.tier() == null ? "" : actual.tier())) {
            expected.problem(
                    TIER,
                    "Expected %s to be in tier '%s', but it was '%s'."
                            .formatted(
                                    actual.member(),
                                    tier,
                                    actual.tier() == null ? "" : actual.tier()));
        }
    }

    private void badges(Section expected, MemberForecast actual) {
        Map<String, Integer> held = known(expected, BADGES, "badge", badges);
        boolean counted = expected.value(BADGES) instanceof Map;
        boolean same =
                counted
                        ? held.equals(actual.badges())
                        : held.keySet().equals(actual.badges().keySet());
        if (!same) {
            expected.problem(
                    BADGES,
                    "Expected %s to hold %s, but it was %s."
                            .formatted(
                                    actual.member(),
                                    counted ? held : held.keySet(),
                                    counted ? actual.badges() : actual.badges().keySet()));
        }
    }

    /** A list of ids, or an object with how many of each. */
    private static Map<String, Integer> known(
            Section expected, String key, String kind, Set<String> ids) {
        Map<String, Integer> found = new TreeMap<>();
        if (expected.value(key) instanceof List<?> list) {
            list.forEach(id -> found.put(String.valueOf(id), 1));
        } else {
            Section counts = expected.section(key);
            for (String id : counts == null ? List.<String>of() : counts.keys()) {
                Long count = counts == null ? null : counts.whole(id);
                found.put(id, count == null ? 1 : Math.toIntExact(count));
            }
        }
        found.keySet().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> expected.unknown(expected.place(key), kind, id, ids));
        return found;
    }
}
