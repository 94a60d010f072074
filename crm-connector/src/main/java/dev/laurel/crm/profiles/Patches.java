package dev.laurel.crm.profiles;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums a batch of news up. */
public final class Patches {

    private Patches() {}

    /**
     * What a batch says, per member; of news that it has twice only the first.
     *
     * @param news in the order of their marks per member
     */
    public static <T> SortedMap<Member, Patch<T>> of(List<News<T>> news) {
        SortedMap<Member, Patch<T>> patches = new TreeMap<>();
        for (News<T> each : news) {
            Patch<T> patch = patches.get(each.member());
            if (patch == null) {
                patches.put(each.member(), Patch.of(each));
            } else if (each.mark().isAfter(patch.mark())) {
                patches.put(each.member(), patch.and(each));
            }
        }
        return patches;
    }
}
