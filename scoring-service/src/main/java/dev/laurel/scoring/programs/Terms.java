package dev.laurel.scoring.programs;

import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a program's version in force says that the ledger needs.
 *
 * @param zone the program's time zone: days are cut by it
 * @param wallets ids of its wallets
 */
public record Terms(ZoneId zone, SortedSet<String> wallets) {

    public Terms {
        wallets = new TreeSet<>(wallets);
    }
}
