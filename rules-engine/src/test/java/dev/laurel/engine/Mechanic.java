package dev.laurel.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts of a program that can be switched on, each alone or with any others, for properties that
 * hold for all of them: their results depend on the set of events only, but for those {@link
 * #BY_ORDER}, and what is returned leaves no mark.
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
            """),
    BOOSTS(
            """
            rules: { id: boosted, on: purchase, award: { sparks: floor(event.data.amount) } }
            boosts: { id: weekend, rules: [ boosted ], days: [ sat, sun ], multiply: { sparks: 1.5 } }
            boosts: { id: large, rules: [ boosted ], when: event.data.amount > 30.0, multiply: { sparks: 1.25 }, stacking: add }
            boosts: { id: extra, rules: [ boosted ], add: { sparks: 3 }, stacking: add }
            """),
    LINES(
            """
            rules: { id: toys, on: purchase, award: { sparks: 'size(event.data.lines.filter(l, l.kind == "toy")) * 4.5' }, rounding: half-up, limits: [ { per: day, sparks: 20 } ] }
            metrics: { id: kinds, on: purchase, value: 'distinct(event.data.lines.map(l, l.kind))' }
            metrics: { id: lines, on: purchase, value: sum(size(event.data.lines)) }
            badges: { id: all-round, when: metrics.kinds >= 3 && metrics.lines >= 6 }
            """),
    PLACES(
            """
            rules: { id: thanks, on: purchase, award: { sparks: 7 }, limits: [ { per: day, count: 1 }, { per: month, count: 5 } ] }
            """),
    OBJECT_LIMITS(
            """
            rules: { id: new-store, on: purchase, award: { sparks: 6 }, limits: [ { per: ever, count: 1, object: event.data.store } ] }
            rules: { id: store-day, on: purchase, award: { stars: floor(event.data.amount) }, limits: [ { per: day, stars: 25, object: event.data.store }, { per: month, stars: 300 } ] }
            """),
    STREAKS(
            """
            streaks: { id: daily, on: purchase, every: day, milestones: { 2: { sparks: 20 }, 4: { stars: 5, badge: keen } }, freezes: { earnEvery: 2, max: 2 } }
            streaks: { id: weekly, on: purchase, every: week, milestones: { 3: { badge: keen } }, pauses: [ 2026-03-16/2026-03-22 ], repeat: never }
            badges: { id: keen }
            """),
    STEP_WINDOWS(
            """
            metrics: { id: burst_spend, on: purchase, value: sum(event.data.amount) }
            metrics: { id: burst_count, on: purchase, value: count() }
            challenges: { id: burst, steps: [ { id: day, measure: burst_spend, target: 60, window: day }, { id: span, measure: burst_count, target: 5, window: P7D } ], award: { sparks: 30 } }
            """),
    REPEATS(
            """
            metrics: { id: hundreds, on: purchase, value: sum(event.data.amount) }
            metrics: { id: visits, on: visit, value: count() }
            challenges: { id: each-hundred, repeat: unlimited, steps: [ { id: hundred, measure: hundreds, target: 100 } ], award: { sparks: 5 } }
            challenges: { id: two-a-week, repeat: weekly, steps: [ { id: two, measure: visits, target: 2 }, { id: spend, measure: hundreds, target: 40 } ], award: { stars: 4 } }
            """),
    SEQUENCES(
            """
            metrics: { id: looks, on: visit, value: count() }
            metrics: { id: buys, on: purchase, value: sum(event.data.amount) }
            challenges: { id: first-steps, order: sequence, steps: [ { id: look, measure: looks, target: 1 }, { id: buy, measure: buys, target: 50 }, { id: again, measure: looks, target: 1 } ], award: { sparks: 11 } }
            """),
    BADGES(
            """
            metrics: { id: trips, on: purchase, value: count() }
            metrics: { id: store_spend, on: purchase, per: event.data.store, value: sum(event.data.amount) }
            badges: { id: regular, levels: [ { id: bronze, when: metrics.trips >= 2 }, { id: silver, when: metrics.trips >= 4 } ] }
            badges: { id: friend, when: metrics.store_spend >= 60, times: per-object }
            badges: { id: neighbour, when: metrics.store_spend >= 90 }
            """),
    EXTREMES(
            """
            metrics: { id: top, on: purchase, value: max(event.data.amount) }
            metrics: { id: low, on: purchase, value: min(event.data.amount) }
            metrics: { id: latest, on: purchase, value: last(event.data.amount) }
            badges: { id: high, when: metrics.top >= 50 && metrics.low > 5 }
            badges: { id: late, when: metrics.latest >= 30 }
            """),
    /** What comes first is awarded. */
    COOLDOWNS(
            """
            rules: { id: calm, on: purchase, award: { sparks: 2 }, cooldown: P1D }
            """),
    /** What comes first takes the room. */
    REFUSALS(
            """
            rules: { id: whole, on: purchase, award: { sparks: floor(event.data.amount) }, limits: [ { per: week, sparks: 60, fill: whole } ] }
            rules: { id: few, on: purchase, award: { sparks: floor(event.data.amount) }, limits: [ { per: week, count: 2 } ] }
            """);

    /** Those that are documented to depend on the order of events. */
    static final Set<Mechanic> BY_ORDER = Set.of(COOLDOWNS, REFUSALS);

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
              purchase: { amount: double, items: list, lines: list, store: string, friend: 'string?' }
              visit: { }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              returned: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
              sent-back: { purchase: string, lines: list, reverses: { event: purchase, by: data.purchase, lines: { of: lines, returned: lines, id: sku, quantity: quantity, price: price } } }
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
