package dev.laurel.standalone.endtoend;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The independent oracle: the shop's credits as of an instant, computed from its invoice lines
 * without any part of Laurel. One per full ten pounds, usable after two weeks until the end of the
 * month half a year later; a return takes those that expire first of what can be used, and what is
 * missing is written off.
 */
final class CreditsOfTheShop {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Credits of one purchase. */
    private static final class Purchase {

        private final ZonedDateTime usable;
        private final ZonedDateTime gone;
        private long left;

        Purchase(LocalDateTime time, long credits) {
            this.usable = time.atZone(LONDON).plusDays(14);
            this.gone =
                    usable.plusMonths(6)
                            .with(TemporalAdjusters.firstDayOfNextMonth())
                            .toLocalDate()
                            .atStartOfDay(LONDON);
            this.left = credits;
        }

        boolean isUsable(Instant at) {
            return !at.isBefore(usable.toInstant()) && at.isBefore(gone.toInstant());
        }
    }

    private final Map<String, List<Invoices.Invoice>> byCustomer;

    CreditsOfTheShop() throws IOException {
        this.byCustomer =
                Invoices.all().stream().collect(Collectors.groupingBy(Invoices.Invoice::customer));
    }

    /** Balances of the accounts of all members together, without those that are zero. */
    Map<String, Long> asOf(Instant at) {
        Map<String, Long> balances = new HashMap<>();
        byCustomer.values().forEach(invoices -> add(invoices, at, balances));
        balances.values().removeIf(balance -> balance == 0);
        return new TreeMap<>(balances);
    }

    private static void add(
            List<Invoices.Invoice> invoices, Instant at, Map<String, Long> balances) {
        List<Purchase> purchases = new ArrayList<>();
        invoices.stream()
                .filter(invoice -> !instant(invoice).isAfter(at))
                .sorted(Comparator.comparing(Invoices.Invoice::time))
                .forEach(invoice -> {
                    long credits = creditsFor(invoice.amount());
                    if (invoice.amount().signum() > 0) {
                        purchases.add(new Purchase(invoice.time(), credits));
                    } else {
                        long missing = take(purchases, instant(invoice), credits);
                        balances.merge("written-off", -missing, Long::sum);
                    }
                });
        for (Purchase purchase : purchases) {
            String account =
                    purchase.isUsable(at)
                            ? "member"
                            : at.isBefore(purchase.usable.toInstant()) ? "pending" : "expired";
            balances.merge(account, purchase.left, Long::sum);
        }
    }

    private static long take(List<Purchase> purchases, Instant at, long credits) {
        long missing = credits;
        List<Purchase> usable =
                purchases.stream()
                        .filter(purchase -> purchase.isUsable(at))
                        .sorted(Comparator.comparing(purchase -> purchase.gone))
                        .toList();
        for (Purchase purchase : usable) {
            long taken = Math.min(missing, purchase.left);
            purchase.left -= taken;
            missing -= taken;
        }
        return missing;
    }

    private static Instant instant(Invoices.Invoice invoice) {
        return invoice.time().atZone(LONDON).toInstant();
    }

    private static long creditsFor(BigDecimal amount) {
        return amount.abs().divide(BigDecimal.TEN, 0, RoundingMode.FLOOR).longValueExact();
    }
}
