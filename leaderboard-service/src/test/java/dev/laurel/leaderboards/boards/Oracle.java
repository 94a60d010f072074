package dev.laurel.leaderboards.boards;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;

import dev.laurel.contracts.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The order of a board as a sorted list: what the database has to come to. */
final class Oracle {

    private static final Comparator<Standing> ORDER =
            comparing(Standing::score, Comparator.<Long>reverseOrder())
                    .thenComparing(Standing::reachedAt, nullsLast(naturalOrder()))
                    .thenComparing(Standing::member);

    private Oracle() {}

    /** The standings that some entries make; the others do not count. */
    static List<Standing> standings(List<LedgerEntry> entries, Predicate<LedgerEntry> counts) {
        List<Standing> sorted =
                entries.stream()
                        .filter(counts)
                        .collect(groupingBy(LedgerEntry::member))
                        .values()
                        .stream()
                        .map(Oracle::unranked)
                        .sorted(ORDER)
                        .toList();
        List<Standing> ranked = new ArrayList<>();
        for (Standing each : sorted) {
            ranked.add(
                    new Standing(
                            ranked.size() + 1L, each.member(), each.score(), each.reachedAt()));
        }
        return ranked;
    }

    /** The same where equal scores share a place. */
    static List<Standing> shared(List<LedgerEntry> entries, Predicate<LedgerEntry> counts) {
        List<Standing> total = standings(entries, counts);
        return total.stream()
                .map(each ->
                        new Standing(
                                1
                                        + total.stream()
                                                .filter(other -> other.score() > each.score())
                                                .count(),
                                each.member(),
                                each.score(),
                                each.reachedAt()))
                .toList();
    }

    private static Standing unranked(List<LedgerEntry> ofMember) {
        Instant reachedAt =
                ofMember.stream()
                        .filter(entry -> entry.points() > 0)
                        .map(LedgerEntry::time)
                        .max(naturalOrder())
                        .orElse(null);
        return new Standing(
                0,
                ofMember.getFirst().member(),
                ofMember.stream().mapToLong(LedgerEntry::points).sum(),
                reachedAt);
    }
}
