package dev.laurel.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a draft differs from the live program on the same events.
 *
 * @param live what the live program does
 * @param changes every balance that differs, the largest difference first
 * @param gaining members who have more in some wallet
 * @param losing members who have less in some wallet
 * @param badges by badge: how many more are held, where that differs
 * @param challenges by challenge: how many more completions stand, where that differs
 * @param tiers by tier: how many more members have it in the end, where that differs
 */
public record Comparison(
        Forecast live,
        List<Change> changes,
        long gaining,
        long losing,
        Map<String, Long> badges,
        Map<String, Long> challenges,
        Map<String, Long> tiers) {

    private static final Comparator<Change> LARGEST_FIRST =
            Comparator.comparingLong((Change change) -> -Math.abs(change.difference()))
                    .thenComparing(Change::member)
                    .thenComparing(Change::wallet);

    /**
     * A balance that differs.
     *
     * @param live points under the live program
     * @param draft points under the draft
     */
    public record Change(String member, String wallet, long live, long draft) {

        public long difference() {
            return draft - live;
        }
    }

    static Comparison of(Forecast draft, Forecast live) {
        List<Change> changes = changes(draft, live);
        return new Comparison(
                live,
                changes,
                members(changes, 1),
                members(changes, -1),
                differences(badges(draft), badges(live)),
                differences(challenges(draft), challenges(live)),
                differences(tiers(draft), tiers(live)));
    }

    private static List<Change> changes(Forecast draft, Forecast live) {
        Set<String> wallets = new LinkedHashSet<>(draft.wallets().keySet());
        wallets.addAll(live.wallets().keySet());
        Set<String> members = new TreeSet<>(draft.members().keySet());
        members.addAll(live.members().keySet());
        List<Change> changes = new ArrayList<>();
        for (String member : members) {
            for (String wallet : wallets) {
                Change change =
                        new Change(
                                member,
                                wallet,
                                live.balance(member, wallet),
                                draft.balance(member, wallet));
                if (change.difference() != 0) {
                    changes.add(change);
                }
            }
        }
        changes.sort(LARGEST_FIRST);
        return List.copyOf(changes);
    }

    private static long members(List<Change> changes, int sign) {
        return changes.stream()
                .filter(change -> Long.signum(change.difference()) == sign)
                .map(Change::member)
                .distinct()
                .count();
    }

    private static Map<String, Long> badges(Forecast forecast) {
        Map<String, Long> held = new TreeMap<>();
        forecast.members()
                .values()
                .forEach(member ->
                        member.badges()
                                .forEach((badge, times) ->
                                        held.merge(badge, (long) times, Long::sum)));
        return held;
    }

    private static Map<String, Long> challenges(Forecast forecast) {
        Map<String, Long> completed = new TreeMap<>();
        forecast.challenges()
                .forEach(each ->
                        completed.put(each.challenge(), each.completions() - each.reopenings()));
        return completed;
    }

    private static Map<String, Long> tiers(Forecast forecast) {
        Map<String, Long> members = new TreeMap<>();
        forecast.tiers().forEach(each -> members.put(each.tier(), each.members()));
        return members;
    }

    private static Map<String, Long> differences(Map<String, Long> draft, Map<String, Long> live) {
        Map<String, Long> differences = new TreeMap<>(draft);
        live.forEach((id, count) -> differences.merge(id, -count, Long::sum));
        differences.values().removeIf(count -> count == 0);
        return differences;
    }
}
