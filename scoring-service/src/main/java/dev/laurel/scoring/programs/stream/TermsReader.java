package dev.laurel.scoring.programs.stream;

import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.Every;
import dev.laurel.scoring.programs.ExchangePlan;
import dev.laurel.scoring.programs.Terms;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code timeZone}, {@code wallets: [{id}]}, {@code budgets: [{id, wallet, amount, exhausted,
 * period}]}, {@code exchanges: [{id, from, to}]} and {@code channels: [id]}. Published documents
 * are valid; what a later language adds is passed over.
 */
final class TermsReader {

    private TermsReader() {}

    static Terms read(Map<String, Object> document) {
        return new Terms(
                zone(document),
                wallets(document),
                budgets(document),
                exchanges(document),
                channels(document));
    }

    private static SortedSet<String> channels(Map<String, Object> document) {
        SortedSet<String> channels = new TreeSet<>();
        if (document.get("channels") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof String channel) {
                    channels.add(channel);
                }
            }
        }
        return channels;
    }

    private static SortedSet<String> wallets(Map<String, Object> document) {
        SortedSet<String> wallets = new TreeSet<>();
        if (document.get("wallets") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> wallet && wallet.get("id") instanceof String id) {
                    wallets.add(id);
                }
            }
        }
        return wallets;
    }

    private static List<BudgetPlan> budgets(Map<String, Object> document) {
        List<BudgetPlan> budgets = new ArrayList<>();
        if (document.get("budgets") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> plan
                        && plan.get("id") instanceof String id
                        && plan.get("wallet") instanceof String wallet
                        && plan.get("amount") instanceof Number amount) {
                    budgets.add(
                            new BudgetPlan(
                                    new Budget(id, amount.longValue(), exhausted(plan)),
                                    wallet,
                                    every(plan)));
                }
            }
        }
        return budgets;
    }

    private static List<ExchangePlan> exchanges(Map<String, Object> document) {
        List<ExchangePlan> exchanges = new ArrayList<>();
        if (document.get("exchanges") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> plan
                        && plan.get("id") instanceof String id
                        && plan.get("from") instanceof Map<?, ?> from
                        && from.get("wallet") instanceof String paidWith
                        && from.get("points") instanceof Number paid
                        && plan.get("to") instanceof Map<?, ?> to
                        && to.get("wallet") instanceof String givenIn
                        && to.get("points") instanceof Number given) {
                    exchanges.add(
                            new ExchangePlan(
                                    id, paidWith, paid.longValue(), givenIn, given.longValue()));
                }
            }
        }
        return exchanges;
    }

    private static @Nullable Every every(Map<?, ?> plan) {
        Object word = plan.get("period");
        return word == null ? null : Every.of(word).orElse(null);
    }

    private static Budget.Exhausted exhausted(Map<?, ?> plan) {
        return "refuse".equals(plan.get("exhausted"))
                ? Budget.Exhausted.REFUSE
                : Budget.Exhausted.TRIM;
    }

    private static ZoneId zone(Map<String, Object> document) {
        try {
            return document.get("timeZone") instanceof String zone
                    ? ZoneId.of(zone)
                    : ZoneOffset.UTC;
        } catch (DateTimeException unknownHere) {
            return ZoneOffset.UTC;
        }
    }
}
