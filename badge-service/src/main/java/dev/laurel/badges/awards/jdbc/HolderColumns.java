package dev.laurel.badges.awards.jdbc;

import dev.laurel.badges.awards.Holder;
import java.util.SortedSet;

/** Holders as array parameters, in the order of the primary key. */
// Arrays go straight to the driver; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
record HolderColumns(String[] programs, String[] members) {

    static HolderColumns of(SortedSet<Holder> holders) {
        return new HolderColumns(
                holders.stream().map(Holder::program).toArray(String[]::new),
                holders.stream().map(Holder::member).toArray(String[]::new));
    }
}
