package dev.laurel.crm.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A day on which everybody's points change every hour and somebody's tier every few minutes, with
 * far fewer calls than that. With {@code -Dlaurel.crm.quota-day.members=100000
 * -Dlaurel.crm.quota-day.calls=15000} it is the day of a large shop, and takes minutes.
 */
class QuotaDayIT extends SteppedDelivery {

    private static final int MEMBERS = Integer.getInteger("laurel.crm.quota-day.members", 1_000);
    private static final int CALLS = Integer.getInteger("laurel.crm.quota-day.calls", 150);
    private static final int TIERS_AT_ONCE = Math.max(2, MEMBERS / 500);
    private static final Duration MOMENT = Duration.ofMinutes(4);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long SEED = 20_261_123;

    /** Two calls for whom a contact is looked for, and one to write, at the pace of the day. */
    private static final Duration LONGEST_WAIT =
            Duration.ofDays(1).dividedBy(CALLS).multipliedBy(5).plus(MOMENT);

    @Autowired private Connections connections;
    @Autowired private Standings standings;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private final Map<String, String> contacts = new HashMap<>();
    private final Random random = new Random(SEED);
    private final List<String> members =
            IntStream.range(0, MEMBERS).mapToObj(it -> "m" + it).toList();

    /** Waiting tiers, by member: since when, and which. */
    private final Map<String, Rise> rises = new HashMap<>();

    private Duration longestWait = Duration.ZERO;

    // The day after this one: changes are noted by today's clock and so are due at once.
    private final Day day = new Day(LocalDate.now(ZoneOffset.UTC).plusDays(1));

    private record Rise(String tier, Instant at) {}

    @Test
    void everyTierArrivesSoonAndTheRestIsCoalescedIntoWhatTheDayAllows() throws Exception {
        // Given
        try (SandboxServer server = new SandboxServer(hubspot, 0)) {
            hubspot.window().allow(Integer.MAX_VALUE, Duration.ofSeconds(10));
            Connection connection =
                    connect(
                            "quota-day",
                            CrmKind.HUBSPOT,
                            server.url(),
                            Map.of("serviceKey", "key"),
                            new Quota(CALLS, 1_000_000, Duration.ofSeconds(1), 3));
            createContacts();
            consent("quota-day", members);
            Courier courier = courier(connection, this::reach, (_, _, _) -> Chore.NONE, day);
            long before = server.statistics().calls();
            long changes = 0;
            long tiers = 0;

            // When
            Instant midnight = day.instant().plus(Duration.ofDays(1));
            while (day.instant().isBefore(midnight)) {
                if (Duration.between(day.instant(), midnight).toSeconds() % HOUR.toSeconds() == 0) {
                    changes += everybodyBooks();
                }
                tiers += someRise();
                work(courier);
                noteWhoseTierArrived();
                day.pass(MOMENT);
            }
            long calls = server.statistics().calls() - before;
            Standing evening = standing(connection, midnight.minus(MOMENT));

            // Then
            assertThat(calls).isLessThanOrEqualTo(CALLS).isGreaterThan(CALLS * 8L / 10);
            assertThat(evening.calls()).isEqualTo(calls);
            assertThat(longestWait).isLessThanOrEqualTo(LONGEST_WAIT);
            assertThat(rises.values())
                    .allSatisfy(it ->
                            assertThat(Duration.between(it.at(), midnight))
                                    .isLessThanOrEqualTo(LONGEST_WAIT));
            assertThat(evening.linked()).as(evening.toString()).isEqualTo(MEMBERS);
            // Nobody waits for as long as it would take with a call for each change.
            assertThat(evening.written()).isBetween(4L * MEMBERS, changes + tiers - 1);
            System.out.printf(
                    "%,d members, %,d changes of points, %,d of tiers; %,d calls of %,d, %,d records"
                            + " written; a tier waited for %s at most%n",
                    MEMBERS, changes, tiers, calls, CALLS, evening.written(), longestWait);
            everythingArrivesWhenThePlanSays(courier, connection);
        } finally {
            connections.remove(new ConnectionId("quota-day", "crm"), 1);
        }
    }

    private void everythingArrivesWhenThePlanSays(Courier courier, Connection connection) {
        // Given
        Standing morning = standing(connection, day.instant());
        Forecast forecast =
                Forecast.of(
                        new DayPlan(CALLS),
                        morning.pending(),
                        CrmKind.HUBSPOT.membersPerCall(),
                        morning.calls(),
                        day.instant());
        Instant done =
                forecast.doneAt().values().stream().max(Instant::compareTo).orElse(day.instant());

        // When
        while (!day.instant().isAfter(done)) {
            work(courier);
            day.pass(MOMENT);
        }

        // Then
        assertThat(morning.pending()).isNotEmpty();
        assertThat(standing(connection, done).pending()).isEmpty();
        noteWhoseTierArrived();
        assertThat(rises).isEmpty();
        assertThat(members)
                .allSatisfy(it ->
                        assertThat(contact(it).value("laurel_stars_available")).isEqualTo("24"));
    }

    private void createContacts() throws Contacts.Taken {
        for (String member : members) {
            contacts.put(
                    member,
                    hubspot.contacts().create(Map.of("email", member + "@example.com")).id());
        }
    }

    private long everybodyBooks() {
        long hour = Duration.between(day.midnight(), day.instant()).toHours() + 1;
        for (int from = 0; from < MEMBERS; from += 1_000) {
            book("quota-day", members.subList(from, Math.min(from + 1_000, MEMBERS)), hour);
        }
        return MEMBERS;
    }

    private long someRise() {
        List<String> rising = new ArrayList<>();
        String tier = "tier-" + day.instant();
        while (rising.size() < TIERS_AT_ONCE) {
            String member = members.get(random.nextInt(MEMBERS));
            if (!rising.contains(member)) {
                rising.add(member);
                Rise waiting = rises.get(member);
                // Of several the first says how long the member's contact has been behind.
                rises.put(member, new Rise(tier, waiting == null ? day.instant() : waiting.at()));
            }
        }
        rise("quota-day", rising, tier);
        return rising.size();
    }

    private void noteWhoseTierArrived() {
        Iterator<Map.Entry<String, Rise>> waiting = rises.entrySet().iterator();
        while (waiting.hasNext()) {
            Map.Entry<String, Rise> each = waiting.next();
            Rise rise = each.getValue();
            if (contact(each.getKey()).value("laurel_tier").equals(rise.tier())) {
                Duration waited = Duration.between(rise.at(), day.instant());
                longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
                waiting.remove();
            }
        }
    }

    private Contacts.Contact contact(String member) {
        return hubspot.contacts().find(contacts.getOrDefault(member, "")).orElseThrow();
    }

    private Standing standing(Connection connection, Instant at) {
        return standings.standing(connection.id(), DayPlan.day(at));
    }

    private Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> wanted) {
        return Optional.of(
                wanted.stream()
                        .collect(
                                toMap(
                                        identity(),
                                        it ->
                                                new ContactBook.Reach(
                                                        it + "@example.com", Map.of()))));
    }

    /** A clock that goes when it is told to. */
    private static final class Day extends Clock {

        private final Instant midnight;
        private Instant now;

        Day(LocalDate day) {
            midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            now = midnight;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        Instant midnight() {
            return midnight;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
