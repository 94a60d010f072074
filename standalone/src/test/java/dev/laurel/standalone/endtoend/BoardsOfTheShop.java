package dev.laurel.standalone.endtoend;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The independent oracle of boards: who stands where in each month by stars, computed from the
 * shop's own invoice lines without any part of Laurel.
 */
final class BoardsOfTheShop {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Comparator<Place> ORDER =
            comparing(Place::score, reverseOrder())
                    .thenComparing(Place::reachedAt, nullsLast(naturalOrder()))
                    .thenComparing(Place::customer);

    private final Map<YearMonth, List<Place>> months = new TreeMap<>();

    /**
     * A customer's place.
     *
     * @param rank 1 for the best; no two have the same
     * @param sharedRank the same where equal scores share a place
     * @param reachedAt time of the last purchase that gave stars in the month, {@code null} if
     *     there is none
     */
    record Place(
            long rank, long sharedRank, String customer, long score, @Nullable Instant reachedAt) {}

    BoardsOfTheShop() throws IOException {
        Map<YearMonth, Map<String, Place>> scores = new HashMap<>();
        for (Invoices.Invoice invoice : Invoices.all()) {
            long stars = invoice.amount().abs().setScale(0, RoundingMode.FLOOR).longValueExact();
            if (stars > 0) {
                long points = invoice.amount().signum() < 0 ? -stars : stars;
                Instant time = invoice.time().atZone(LONDON).toInstant();
                scores.computeIfAbsent(YearMonth.from(invoice.time()), _ -> new HashMap<>())
                        .merge(
                                invoice.customer(),
                                new Place(
                                        0, 0, invoice.customer(), points, points > 0 ? time : null),
                                BoardsOfTheShop::sum);
            }
        }
        scores.forEach((month, byCustomer) -> months.put(month, ranked(byCustomer.values())));
    }

    /** Everybody who has a place, by month. */
    Map<YearMonth, List<Place>> months() {
        return months;
    }

    private static Place sum(Place one, Place other) {
        Instant reached = one.reachedAt();
        Instant alsoReached = other.reachedAt();
        boolean later = reached == null || (alsoReached != null && alsoReached.isAfter(reached));
        return new Place(
                0, 0, one.customer(), one.score() + other.score(), later ? alsoReached : reached);
    }

    private static List<Place> ranked(Iterable<Place> unranked) {
        List<Place> sorted = new ArrayList<>();
        unranked.forEach(sorted::add);
        sorted.sort(ORDER);
        List<Place> ranked = new ArrayList<>();
        for (Place each : sorted) {
            long rank = ranked.size() + 1L;
            boolean level = !ranked.isEmpty() && ranked.getLast().score() == each.score();
            ranked.add(
                    new Place(
                            rank,
                            level ? ranked.getLast().sharedRank() : rank,
                            each.customer(),
                            each.score(),
                            each.reachedAt()));
        }
        return ranked;
    }
}
