package dev.laurel.crm.profiles;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums a batch of news up, leaving out those that were taken in before. */
public final class Patches {

    private Patches() {}

    /**
     * What is new, per member.
     *
     * @param news in the order of their marks per member
     * @param seen the newest mark that was taken in for each member
     */
    public static <T> SortedMap<Member, Patch<T>> of(List<News<T>> news, Map<Member, Mark> seen) {
        SortedMap<Member, Patch<T>> patches = new TreeMap<>();
        for (News<T> each : news) {
            Patch<T> patch = patches.get(each.member());
            Mark last = patch == null ? seen.get(each.member()) : patch.mark();
            if (last == null || each.mark().isAfter(last)) {
                patches.put(each.member(), patch == null ? Patch.of(each) : patch.and(each));
            }
        }
        return patches;
    }
}
