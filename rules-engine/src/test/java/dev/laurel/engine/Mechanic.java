package dev.laurel.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Parts of a program that can be switched on, each alone or with any others, for properties that
 * hold for all of them: their results depend on the set of events only, and what is returned leaves
 * no mark.
 */
enum Mechanic {
    EARNING(
            """
            rules: { id: earn, on: purchase, award: { stars: floor(event.data.amount) } }
            rules: { id: lines, on: purchase, when: size(event.data.items) > 1, award: { sparks: size(event.data.items) * 3 } }
            """),
    TAKING(
            """
            rules: { id: fee, on: purchase, when: event.data.amount < 15.0, award: { sparks: -7 } }
            rules: { id: handling, on: cancelled, award: { sparks: -1 } }
            """),
    LIMITS(
            """
            rules: { id: daily, on: purchase, award: { sparks: floor(event.data.amount) }, limits: [ { per: day, sparks: 30 }, { per: month, sparks: 200 }, { per: ever, sparks: 500 } ] }
            rules: { id: hello, on: visit, award: { sparks: 1 }, limits: [ { per: day, sparks: 1 } ] }
            """),
    SHARED_LIMITS(
            """
            rules: { id: left, on: purchase, award: { stars: floor(event.data.amount) } }
            rules: { id: right, on: purchase, when: event.data.amount > 20.0, award: { stars: 9 } }
            limits: { id: both, rules: [ left, right ], per: week, stars: 60 }
            """),
    WALLETS(
            """
            wallets: { id: coins, start: 50, floor: 10 }
            rules: { id: coins, on: purchase, award: { coins: 40 - floor(event.data.amount) } }
            """),
    REFERRALS(
            """
            rules: { id: refer, on: purchase, when: has(event.data.friend), for: event.data.friend, award: { reputation: 10 }, limits: [ { per: week, reputation: 15 } ] }
            metrics: { id: referrals, on: purchase, when: has(event.data.friend), for: event.data.friend, value: count() }
            badges: { id: host, when: metrics.referrals >= 2 }
            """),
    CHALLENGES(
            """
            metrics: { id: spend, on: purchase, value: sum(event.data.amount) }
            metrics: { id: products, on: purchase, value: distinct(event.data.items) }
            metrics: { id: purchases, on: purchase, value: count() }
            challenges: { id: spring, open: 2026-03-05/2026-03-20, steps: [ { id: buy, measure: purchases, target: 2 }, { id: look, measure: products, target: 4, window: ever } ], award: { stars: 100, badge: hare } }
            challenges: { id: spend-80, open: 2026-03-01/2026-03-31, steps: [ { id: spend, measure: spend, target: 80 } ], award: { sparks: 50, badge: hare } }
            badges: { id: hare }
            badges: { id: spender, when: metrics.spend >= 120 && metrics.products >= 3 }
            """);

    private static final List<String> SECTIONS =
            List.of(
                    "wallets",
                    "metrics",
                    "rules",
                    "limits",
                    "boosts",
                    "challenges",
                    "streaks",
                    "badges");

    private static final String HEAD =
            """
            program: shop
            timeZone: Europe/London
            events:
              purchase: { amount: double, items: list, friend: 'string?' }
              visit: { }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              returned: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
            """;

    private static final String WALLETS_OF_ALL =
            """
            wallets: { id: stars }
            wallets: { id: sparks }
            wallets: { id: reputation }
            """;

    private final String parts;

    Mechanic(String parts) {
        this.parts = parts;
    }

    /** A program with all of these. */
    static Program program(Collection<Mechanic> mechanics) {
        return Programs.program(text(mechanics));
    }

    private static String text(Collection<Mechanic> mechanics) {
        String all =
                WALLETS_OF_ALL + mechanics.stream().map(m -> m.parts).collect(Collectors.joining());
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        SECTIONS.forEach(section -> sections.put(section, new StringBuilder()));
        for (String line : all.lines().toList()) {
            int colon = line.indexOf(':');
            Objects.requireNonNull(sections.get(line.substring(0, colon)))
                    .append("  -")
                    .append(line.substring(colon + 1))
                    .append('\n');
        }
        StringBuilder document = new StringBuilder(HEAD);
        sections.forEach((name, entries) -> {
            if (!entries.isEmpty()) {
                document.append(name).append(":\n").append(entries);
            }
        });
        return document.toString();
    }
}
