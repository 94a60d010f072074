package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of what can be wrong with a program, and how it is said. */
class ProblemsTest {

    private static final String SHOP =
            """
            program: shop
            name: Shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double, coupon: 'string?', items: list, at: timestamp }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            rules:
              - id: earn
                on: purchase
                when: event.data.amount > 0.0
                award: { stars: floor(event.data.amount) }
                limits: [ { per: day, stars: 50 } ]
            challenges:
              - id: march
                name: March
                open: 2026-03-01/2026-03-31
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 5, badge: hare }
            badges: [ { id: hare }, { id: spender, when: metrics.spend > 5 } ]
            leaderboards: [ { id: monthly, of: stars, period: month } ]
            """;

    @Test
    void findsNothingWrongWithThatProgram() {
        assertThat(Programs.problems(SHOP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
                    program: shop | program: My Shop | /program | Expected lower-case letters, digits and '-' beginning with a letter, at most 64, but it was 'My Shop'.
                    program: shop | program: 5 | /program | Expected a text, but it was 5.
                    timeZone: Europe/London | timeZone: Europe/Londn | /timeZone | Expected 'Europe/London', but the time zone 'Europe/Londn' is unknown.
                    name: Shop | lateness: P1M | /lateness | Expected a duration such as P7D or PT12H, at most P366D, but it was 'P1M'.
                    name: Shop | lateness: -PT1H | /lateness | Expected a duration such as P7D or PT12H, at most P366D, but it was '-PT1H'.
                    name: Shop | nmae: Shop | /nmae | Expected 'name', but the key 'nmae' is unknown.
                    name: Shop | rewards: { } | /rewards | Expected one of badges, boosts, budgets, challenges, channels, events, exchanges, lateness, leaderboards, limits, locales, metrics, name, program, retention, rules, streaks, tests, tiers, timeZone, wallets, but 'rewards' is not available yet.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars }, { id: stars } ] | /wallets/1/id | Expected an id of its own, but 'stars' was used before.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, overdraft: forbidden } ] | /wallets/0/overdraft | Expected 'forbid', but the word 'forbidden' is unknown.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, expiry: { } } ] | /wallets/0/expiry | `Expected 'after', 'rounding', 'on' or 'inactivity', but there is none of them.`
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, pending: 14 days } ] | /wallets/0/pending | Expected a duration of at most ten years such as P14D or P12M, but it was '14 days'.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, expiry: { after: P11Y } } ] | /wallets/0/expiry/after | Expected a duration of at most ten years such as P14D or P12M, but it was 'P11Y'.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, expiry: { on: 2027-02-30 } } ] | /wallets/0/expiry/on | Expected a day such as 2027-01-31, but it was '2027-02-30'.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, expiry: { rounding: end-of-hour } } ] | /wallets/0/expiry/rounding | Expected 'end-of-year', but the word 'end-of-hour' is unknown.
                    amount: double | amount: duble | /events/purchase/amount | Expected 'double', but the type 'duble' is unknown.
                    amount: double | amount: double, to-go: bool | /events/purchase/to-go | Expected a field name of letters, digits and '_', but it was 'to-go'.
                    event: purchase, by | event: purchas, by | /events/refund/reverses/event | Expected 'purchase', but the event type 'purchas' is unknown.
                    event: purchase, by | event: refund, by | /events/refund | Expected it to reverse events that reverse nothing themselves, but 'refund' does.
                    by: data.purchase | by: data.purchase, share: data.amount | /events/refund/reverses/share | Expected one of at, coupon, data, id, items, purchase, source, subject, time, type, but the field 'amount' is unknown.
                    by: data.purchase | by: data.purchase, share: original.id | /events/refund/reverses/share | Expected one of amount, at, coupon, data, items, purchase, source, subject, time, type, but the field 'id' is unknown.
                    by: data.purchase | by: data.purchase, share: data.purchase | /events/refund/reverses/share | Expected a number, but data.purchase is of type string.
                    name: Shop | retention: { duplicates: P1D } | /retention/duplicates | Expected at least the lateness, PT168H, or else an event could count twice, but it was P1D.
                    name: Shop | retention: { reversals: P1D, duplikates: P90D } | /retention/duplikates | Expected 'duplicates', but the key 'duplikates' is unknown.
                    by: data.purchase | by: data.purchase, lignes: { } | /events/refund/reverses/lignes | Expected 'lines', but the key 'lignes' is unknown.
                    id: spend, on | id: big-spend, on: purchase, value: count() }, { id: spend, on | /metrics/0/id | Expected letters, digits and '_', as expressions call it metrics.<id>, but it was 'big-spend'.
                    on: purchase, value | on: purchsae, value | /metrics/0/on | Expected 'purchase', but the event type 'purchsae' is unknown.
                    on: purchase, value | value | /metrics/0 | Expected 'on', but it is missing.
                    value: sum(event.data.amount) | value: average(event.data.amount) | /metrics/0/value | Expected a variable or function, but the name 'average' is unknown.
                    value: sum(event.data.amount) | value: sum(event.data.amount) * 2 | /metrics/0/value | Expected count(), sum(…), min(…), max(…), last(…) or distinct(…) and nothing around it, but it was sum(event.data.amount) * 2.
                    value: sum(event.data.amount) | value: 'sum(event.type)' | /metrics/0/value | Expected a number, but event.type is of type string.
                    value: sum(event.data.amount) | value: 'distinct(event.time)' | /metrics/0/value | Expected a value or a list of values, but event.time is of type google.protobuf.Timestamp.
                    id: earn | id: '!' | /rules/0/id | Expected letters, digits, '-' and '_' beginning with a letter, at most 64, but it was '!'.
                    award: { stars: floor | award: { satrs: floor | /rules/0/award/satrs | Expected 'stars', but the wallet 'satrs' is unknown.
                    stars: floor(event.data.amount) | stars: event.data.amount | /rules/0/award/stars | Expected a whole number, but event.data.amount is of type double; floor(), ceil() and round() make one of a number.
                    stars: floor(event.data.amount) | stars: 'event.data.items[0].points' | /rules/0/award/stars | Expected a whole number, but event.data.items[0].points is of type dyn; floor(), ceil() and round() make one of a number.
                    stars: floor(event.data.amount) | stars: size(event.data.coupon) | /rules/0/award/stars | Expected a guard such as has(event.data.coupon) before it is used, but event.data.coupon is optional.
                    stars: floor(event.data.amount) | stars: 1 / 0 | /rules/0/award/stars | Expected a value of 1 / 0, but it divides by zero.
                    when: event.data.amount > 0.0 | when: event.data.amuont > 0.0 | /rules/0/when | Expected 'amount', but the field 'amuont' is unknown.
                    when: event.data.amount > 0.0 | when: event.data.amount > '0' | /rules/0/when | Expected operands that go with '>', but they were (double, string).
                    when: event.data.amount > 0.0 | when: event.data.amount | /rules/0/when | Expected true or false, but event.data.amount is of type double.
                    when: event.data.amount > 0.0 | when: event.data.amount > | /rules/0/when | Expected more, but the expression ended here.
                    when: event.data.amount > 0.0 | when: flor(event.data.amount) > 0 | /rules/0/when | Expected 'floor', but the name 'flor' is unknown.
                    when: event.data.amount > 0.0 | when: floor(event.type) > 0 | /rules/0/when | Expected arguments that floor() takes, but they were (string).
                    when: event.data.amount > 0.0 | when: event.type.name == 'x' | /rules/0/when | Expected an object before the field, but it was a string.
                    when: event.data.amount > 0.0 | when: member.optIns == 'gold' | /rules/0/when | `Expected one of amount, at, attributes, coupon, data, id, items, locale, segments, source, subject, team, tier, time, timeZone, type, but 'optIns' is not available yet.`
                    when: event.data.amount > 0.0 | when: event.time.getHours('Europe/Londn') > 5 | /rules/0/when | Expected a time zone such as 'Europe/London', but it was 'Europe/Londn'.
                    when: event.data.amount > 0.0 | when: event.type.matches('(') | /rules/0/when | Expected a value of event.type.matches("("), but error parsing regexp: missing closing ): `(`.
                    when: event.data.amount > 0.0 | when: event.type.matches(event.id) | /rules/0/when | Expected a literal pattern for matches(), but it is computed.
                    when: event.data.amount > 0.0 | when: event.time > timestamp('March') | /rules/0/when | Expected a value of timestamp("March"), but Text 'March' could not be parsed at index 0.
                    when: event.data.amount > 0.0 | for: event.data.amount | /rules/0/for | Expected a text, but event.data.amount is of type double.
                    when: event.data.amount > 0.0 | audience: gold | /rules/0/audience | Expected a variable or function, but the name 'gold' is unknown.
                    when: event.data.amount > 0.0 | audience: event.data.amount > 0.0 | /rules/0/audience | Expected a variable or function, but the name 'event' is unknown.
                    when: event.data.amount > 0.0 | badge: hare | /rules/0/badge | Expected one of audience, award, control, cooldown, days, for, hours, id, limits, on, rounding, timeZone, valid, when, but 'badge' is not available yet.
                    when: event.data.amount > 0.0 | valid: 2026-03-01 | /rules/0/valid | Expected a first and a last day such as 2011-11-01/2011-12-24, one of which may be '..', but it was '2026-03-01'.
                    when: event.data.amount > 0.0 | valid: ../.. | /rules/0/valid | Expected a first and a last day such as 2011-11-01/2011-12-24, one of which may be '..', but it was '../..'.
                    when: event.data.amount > 0.0 | valid: 2026-03-02/2026-03-01 | /rules/0/valid | Expected a first and a last day such as 2011-11-01/2011-12-24, one of which may be '..', but it was '2026-03-02/2026-03-01'.
                    when: event.data.amount > 0.0 | valid: 2026-02-29/.. | /rules/0/valid | Expected a first and a last day such as 2011-11-01/2011-12-24, one of which may be '..', but it was '2026-02-29/..'.
                    when: event.data.amount > 0.0 | days: [ sat, sum ] | /rules/0/days/1 | Expected 'sun', but the day 'sum' is unknown.
                    when: event.data.amount > 0.0 | days: [ ] | /rules/0/days | Expected at least one day, but there is none.
                    when: event.data.amount > 0.0 | days: [ sat, sat ] | /rules/0/days | Expected each day once, but 'sat' is there twice.
                    when: event.data.amount > 0.0 | hours: 17-19 | /rules/0/hours | Expected hours such as 17:00-19:00 or 22:00-02:00, but it was '17-19'.
                    when: event.data.amount > 0.0 | hours: 17:00-17:00 | /rules/0/hours | Expected hours such as 17:00-19:00 or 22:00-02:00, but it was '17:00-17:00'.
                    when: event.data.amount > 0.0 | hours: 17:00-24:01 | /rules/0/hours | Expected hours such as 17:00-19:00 or 22:00-02:00, but it was '17:00-24:01'.
                    when: event.data.amount > 0.0 | timeZone: membre | /rules/0/timeZone | Expected 'member', but the word 'membre' is unknown.
                    when: event.data.amount > 0.0 | cooldown: PT0.5S | /rules/0/cooldown | Expected a duration such as PT10M, from PT1S to P366D, but it was 'PT0.5S'.
                    when: event.data.amount > 0.0 | control: 100% | /rules/0/control | Expected a share such as 10%, more than 0 and less than 100, but it was '100%'.
                    when: event.data.amount > 0.0 | control: 0% | /rules/0/control | Expected a share such as 10%, more than 0 and less than 100, but it was '0%'.
                    when: event.data.amount > 0.0 | rounding: up | /rules/0/rounding | Expected one of ceiling, floor, half-up, but the word 'up' is unknown.
                    { per: day, stars: 50 } | { per: day, count: 0 } | /rules/0/limits/0/count | Expected at least 1, but it was 0.
                    { per: day, stars: 50 } | { per: event, stars: 5 } | /rules/0/limits/0/per | Expected one of day, ever, hour, month, quarter, week, year, but 'event' is not available yet.
                    { per: day, stars: 50 } | { per: day, stars: 50, object: event.data.amount } | /rules/0/limits/0/object | Expected a text, but event.data.amount is of type double.
                    { per: day, stars: 50 } | { per: day, stars: 50, object: event.data.coupon } | /rules/0/limits/0/object | Expected a guard such as has(event.data.coupon) before it is used, but event.data.coupon is optional.
                    { per: day, stars: 50 } | { per: day, stars: 50, object: event.id }, { per: month, stars: 70, object: event.source } | /rules/0/limits/1/object | Expected the same object as before, event.id, but it was event.source.
                    { per: day, stars: 50 } | { per: week, stars: 50 }, { per: quarter, stars: 60 } | /rules/0/limits/1/per | Expected periods of which one contains the other, but weeks and quarters overlap.
                    name: Shop | limits: [ { id: all, rules: [ earn ], per: day, stars: 5, count: 3 } ] | /limits/0/count | Expected stars, but the wallet of this award 'count' is unknown.
                    name: Shop | boosts: [ { id: double, multiply: { stars: 0 } } ] | /boosts/0/multiply/stars | Expected more than 0 and at most 1000, but it was 0.
                    name: Shop | boosts: [ { id: double, multiply: { satrs: 2 } } ] | /boosts/0/multiply/satrs | Expected 'stars', but the wallet 'satrs' is unknown.
                    name: Shop | boosts: [ { id: double } ] | /boosts/0 | Expected 'multiply' or 'add', but there is neither.
                    name: Shop | boosts: [ { id: double, multiply: { } } ] | /boosts/0/multiply | Expected a factor for at least one wallet, but there is none.
                    name: Shop | boosts: [ { id: bonus, add: { stars: 5 }, stacking: multiply } ] | /boosts/0/stacking | Expected one of add, highest for a boost that adds points, but it was 'multiply'.
                    name: Shop | boosts: [ { id: bonus, add: { stars: 0 } } ] | /boosts/0/add/stars | Expected 1 to 1000000000000, but it was 0.
                    name: Shop | boosts: [ { id: double, rules: [ eran ], multiply: { stars: 2 } } ] | /boosts/0/rules/0 | Expected 'earn', but the rule 'eran' is unknown.
                    name: Shop | boosts: [ { id: double, when: event.data.amuont > 5.0, multiply: { stars: 2 } } ] | /boosts/0/when | Expected 'amount', but the field 'amuont' is unknown.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars }, { id: count } ] | /wallets/1/id | Expected an id other than 'count', but that word means something else.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, start: 0 } ] | /wallets/0/start | Expected 1 to 1000000000000 points, but it was 0.
                    wallets: [ { id: stars } ] | wallets: [ { id: stars, start: 5, floor: 6 } ] | /wallets/0/floor | Expected -1000000000000 to 5 points, what the wallet starts with, but it was 6.
                    name: Shop | limits: [ { id: all, rules: [ earn ], per: day, stars: 50, cap: 5 } ] | /limits/0/cap | Expected stars, but the wallet of this award 'cap' is unknown.
                    name: Shop | limits: [ { id: all, rules: [ earn ], per: day } ] | /limits/0 | Expected a number of points for stars, but there is none.
                    name: Shop | limits: [ { id: all, rules: [ eran ], per: day, stars: 50 } ] | /limits/0/rules/0 | Expected 'earn', but the rule 'eran' is unknown.
                    name: Shop | limits: [ { id: all, rules: [ earn, earn ], per: day, stars: 50 } ] | /limits/0/rules | Expected each rule once, but 'earn' is there twice.
                    name: Shop | limits: [ { id: all, rules: [ ], per: day, stars: 50 } ] | /limits/0/rules | Expected at least one rule, but there is none.
                    name: Shop | limits: [ { id: all, rules: earn, per: day, stars: 50 } ] | /limits/0/rules | Expected a list, but it was 'earn'.
                    name: Shop | limits: [ { id: all, rules: [ 5 ], per: day, stars: 50 } ] | /limits/0/rules/0 | Expected a text, but it was 5.
                    name: Shop | limits: [ { id: all, per: day, stars: 50 } ] | /limits/0 | Expected 'rules', but it is missing.
                    { per: day, stars: 50 } | { per: dya, stars: 50 } | /rules/0/limits/0/per | Expected 'day', but the word 'dya' is unknown.
                    { per: day, stars: 50 } | { stars: 50 } | /rules/0/limits/0 | Expected 'per', but it is missing.
                    { per: day, stars: 50 } | { per: day } | /rules/0/limits/0 | Expected a number of points for stars, but there is none.
                    { per: day, stars: 50 } | { per: day, stars: 0 } | /rules/0/limits/0/stars | Expected at least 1, but it was 0.
                    { per: day, stars: 50 } | { per: day, stars: 5.5 } | /rules/0/limits/0/stars | Expected a whole number, but it was 5.5.
                    { per: day, stars: 50 } | { per: day, sparks: 5 } | /rules/0/limits/0/sparks | Expected 'stars', but the wallet of this award 'sparks' is unknown.
                    { per: day, stars: 50 } | { per: day, stars: 50 }, { per: day, stars: 60 } | /rules/0/limits/1/per | Expected one limit per day, but there is another one before it.
                    { per: day, stars: 50 } | { per: week, stars: 50 }, { per: month, stars: 60 } | /rules/0/limits/1/per | Expected periods of which one contains the other, but weeks and months overlap.
                    open: 2026-03-01/2026-03-31 | open: 2026-03-31/2026-03-01 | /challenges/0/open | Expected a first and a last day such as 2011-11-01/2011-12-24, or '..' for no end, but it was '2026-03-31/2026-03-01'.
                    open: 2026-03-01/2026-03-31 | open: March | /challenges/0/open | Expected a first and a last day such as 2011-11-01/2011-12-24, or '..' for no end, but it was 'March'.
                    measure: spend | measure: spnd | /challenges/0/steps/0/measure | Expected 'spend', but the metric 'spnd' is unknown.
                    target: 100 | target: 0 | /challenges/0/steps/0/target | Expected more than 0, but it was 0.
                    target: 100 | target: many | /challenges/0/steps/0/target | Expected a number, but it was 'many'.
                    target: 100 | target: 100, window: ever | /challenges/0/steps | Expected a step with `window: challenge`, but none depends on what happens while the challenge is open.
                    stars: 5, badge: hare | stars: 5.5, badge: hare | /challenges/0/award/stars | Expected a whole number, but it was 5.5.
                    stars: 5, badge: hare | stars: 5, badge: haer | /challenges/0/award/badge | Expected 'hare', but the badge 'haer' is unknown.
                    target: 100 | target: 100, window: fortnight | /challenges/0/steps/0/window | Expected one of challenge, day, ever, month, quarter, week, year, but the word 'fortnight' is unknown.
                    target: 100 | target: 100, window: P1M | /challenges/0/steps/0/window | Expected days or weeks such as P30D, at most P366D, but it was 'P1M'.
                    target: 100 | when: member.id == 'a' | /challenges/0/steps/0/measure | Expected either 'measure' or 'when', but there are both.
                    measure: spend, target: 100 | when: event.id == 'a' | /challenges/0/steps/0/when | Expected a variable or function, but the name 'event' is unknown.
                    name: March | repeat: hourly | /challenges/0/repeat | Expected one of daily, monthly, never, unlimited, weekly, but the word 'hourly' is unknown.
                    name: March | complete: 2 | /challenges/0/complete | Expected 1 to 1 steps, but it was 2.
                    name: March | audience: member.segmnts == [] | /challenges/0/audience | Expected 'segments', but the field 'segmnts' is unknown.
                    name: March | enrolment: manual | /challenges/0/enrolment | Expected one of automatic, opt-in, but the word 'manual' is unknown.
                    name: March | winners: 0 | /challenges/0/winners | Expected 1 to 1000000, but it was 0.
                    name: March | image: a.svg | /challenges/0/image | Expected one of audience, award, by, complete, control, description, enrolment, hidden, id, name, onReturn, open, order, recommendedFor, repeat, steps, story, winners, but 'image' is not available yet.
                    name: March | control: ten | /challenges/0/control | Expected a share such as 10%, more than 0 and less than 100, but it was 'ten'.
                    name: March | name: { en: March } | /challenges/0/name | Expected one text, as the program has no 'locales', but there are several.
                    name: March | story: { chapter: 0, text: Once } | /challenges/0/story/chapter | Expected at least 1, but it was 0.
                    name: March | hidden: maybe | /challenges/0/hidden | Expected true or false, but it was 'maybe'.
                    name: Shop | locales: [en, de_AT] | /locales/1 | Expected a language tag of its own such as 'de-AT', but it was 'de_AT'.
                    when: metrics.spend > 5 | when: metrics.spnd > 5 | /badges/1/when | Expected 'spend', but the field 'spnd' is unknown.
                    when: metrics.spend > 5 | when: member.id == 'alice' | /badges/1/when | Expected a condition over metrics, but it reads none.
                    when: metrics.spend > 5 | levels: [ { id: gold } ] | /badges/1/levels/0 | Expected 'when', but it is missing.
                    when: metrics.spend > 5 | levels: [ ] | /badges/1/levels | Expected at least one level, but there is none.
                    when: metrics.spend > 5 | when: metrics.spend > 5, levels: [ { id: a, when: metrics.spend > 9 } ] | /badges/1/when | Expected either 'levels' or 'when', but there are both.
                    badge: hare | badge: spender.gold | /challenges/0/award/badge | Expected one of hare, spender, but the badge 'spender.gold' is unknown.
                    when: metrics.spend > 5 | hidden: maybe | /badges/1/hidden | Expected true or false, but it was 'maybe'.
                    when: metrics.spend > 5 | criteria: { en: Spend } | /badges/1/criteria | Expected one text, as the program has no 'locales', but there are several.
                    when: metrics.spend > 5 | revocable: sometimes | /badges/1/revocable | Expected true or false, but it was 'sometimes'.
                    of: stars | of: spend | /leaderboards/0/of | Expected stars, but the wallet 'spend' is unknown.
                    period: month | period: fortnight | /leaderboards/0/period | Expected one of all-time, day, month, quarter, season, week, year, but the word 'fortnight' is unknown.
                    period: month | period: season | /leaderboards/0 | Expected at least one of 'seasons' with 'period: season', but there is none.
                    period: month | period: month, seasons: [ { id: spring, open: 2011-03-01/2011-05-31 } ] | /leaderboards/0/seasons | Expected 'seasons' only with 'period: season', but it is 'month'.
                    period: month | period: season, seasons: [ { id: spring, open: 2011-06-01/2011-05-31 } ] | /leaderboards/0/seasons/0/open | Expected a first and a last day such as 2011-11-01/2011-12-24, but it was '2011-06-01/2011-05-31'.
                    period: month | period: season, seasons: [ { id: spring } ] | /leaderboards/0/seasons/0 | Expected 'open', but it is missing.
                    period: month | period: month, seal: { after: P2M } | /leaderboards/0/seal/after | Expected a duration such as PT48H or P7D, at most P366D, but it was 'P2M'.
                    period: month | period: month, seal: { } | /leaderboards/0/seal | Expected 'after', but it is missing.
                    period: month | seal: { after: PT48H } | /leaderboards/0/seal | Expected a board whose periods end, but 'all-time' never does.
                    period: month | audience: { segment: vip, team: red } | /leaderboards/0/audience | Expected one of [segment, team, attribute], but there are 2.
                    period: month | audience: { attribute: store } | /leaderboards/0/audience | Expected 'is', but it is missing.
                    period: month | audience: { team: red, is: x } | /leaderboards/0/audience/is | Expected 'is' with 'attribute' only, but it is without.
                    period: month | by: team, audience: { segment: vip } | /leaderboards/0/audience | Expected a board of members, but it ranks teams, which are whole.
                    period: month | top: 0 | /leaderboards/0/top | Expected 1 to 1000, but it was 0.
""")
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        assertThat(SHOP).contains(from);

        List<Problem> problems = Programs.problems(SHOP.replace(from, to));

        assertThat(problems)
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(tuple(pointer, message));
    }

    @Test
    void listsAllProblemsAtOnce() {
        String wrong =
                SHOP.replace("timeZone: Europe/London", "timeZone: Mars")
                        .replace("amount > 0.0", "amuont > 0.0 && evnt.id == 'x'")
                        .replace("stars: floor(", "satrs: floor(")
                        .replace("measure: spend", "measure: spnd")
                        .replace("of: stars", "of: stras");

        assertThat(Programs.problems(wrong))
                .extracting(Problem::pointer)
                .contains(
                        "/timeZone",
                        "/rules/0/when",
                        "/rules/0/award/satrs",
                        "/challenges/0/steps/0/measure",
                        "/leaderboards/0/of");
    }

    @Test
    void saysWhichWordsOfAChallengeDoNotGoTogether() {
        String sequence =
                SHOP.replace(
                                "name: March",
                                "order: sequence\n    complete: 1\n    repeat: unlimited")
                        .replace(
                                "steps: [ {",
                                "steps: [ { id: a, when: true }, { id: b, measure: least, target: 1, window: P3D }, {")
                        .replace(
                                "metrics: [",
                                "metrics: [ { id: least, on: purchase, value: min(event.data.amount) },");

        assertThat(Programs.problems(sequence))
                .extracting(Problem::pointer, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple(
                                "/challenges/0/complete",
                                "Expected all steps of a sequence, but it was 1 of 3."),
                        tuple(
                                "/challenges/0/steps/0/when",
                                "Expected a step with 'measure' in a sequence, but it has 'when'."),
                        tuple(
                                "/challenges/0/steps/1/window",
                                "Expected `window: challenge` in a sequence, but it was another one."),
                        tuple(
                                "/challenges/0/steps/1/measure",
                                "Expected a count, a sum or distinct values where a challenge is unlimited, but 'least' is none."),
                        tuple(
                                "/challenges/0/order",
                                "Expected `order: any` where a challenge repeats, but it was 'sequence'."));
    }

    @Test
    void pointsIntoTheExpression() {
        String wrong =
                SHOP.replace(
                        "when: event.data.amount > 0.0",
                        "when: |-\n      event.data.amount > 0.0 &&\n        event.data.amuont < 5.0");

        Problem problem = Programs.problems(wrong).getFirst();

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(14);
        assertThat(problem.expected()).isEqualTo("amount");
    }

    @Test
    void hasAProblemForAnEmptyDocument() {
        assertThat(Programs.problems("{ }"))
                .extracting(Problem::message)
                .containsExactly(
                        "Expected 'program', but it is missing.",
                        "Expected 'timeZone', but it is missing.",
                        "Expected 'events' with at least one type, but it is missing.");
    }

    @Test
    void keepsQuietAboutMetricsThatFailedThemselves() {
        String wrong = SHOP.replace("sum(event.data.amount)", "sum(event.data.amuont)");

        assertThat(Programs.problems(wrong))
                .extracting(Problem::pointer)
                .containsExactly("/metrics/0/value");
    }
}
