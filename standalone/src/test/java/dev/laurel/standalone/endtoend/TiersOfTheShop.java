package dev.laurel.standalone.endtoend;

import dev.laurel.standalone.endtoend.Invoices.Invoice;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The independent oracle: the shop's tiers as of the beginning of a day, computed from its invoice
 * lines without any part of Laurel. Stars of a lifetime count, and the night brings down whoever
 * has given back too many.
 */
final class TiersOfTheShop {

    private final List<Invoice> invoices;

    TiersOfTheShop() throws IOException {
        this.invoices = Invoices.all();
    }

    /** The tier of every customer who had got or given back stars by then. */
    Map<String, String> asOf(LocalDate day) {
        Map<String, Long> stars = new HashMap<>();
        for (Invoice invoice : invoices) {
            long more = Invoices.starsFor(invoice.amount());
            if (more != 0 && invoice.time().toLocalDate().isBefore(day)) {
                stars.merge(invoice.customer(), more, Long::sum);
            }
        }
        Map<String, String> tiers = new HashMap<>();
        stars.forEach((customer, earned) -> tiers.put(customer, tier(earned)));
        return tiers;
    }

    /** How many customers had each tier. */
    Map<String, Long> membersByTier(LocalDate day) {
        return asOf(day).values().stream()
                .collect(Collectors.groupingBy(tier -> tier, TreeMap::new, Collectors.counting()));
    }

    private static String tier(long stars) {
        return stars >= 5_000 ? "gold" : stars >= 1_000 ? "silver" : "bronze";
    }
}
