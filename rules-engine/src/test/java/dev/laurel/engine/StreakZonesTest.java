package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Streaks where clocks and calendars are unusual. */
class StreakZonesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            events: { visit: { } }
            streaks: [ { id: streak, on: visit, every: EVERY, timeZone: ZONE } ]
            """;

    private Club club = club("day", "member");

    @Test
    void countsDaysOfTheMembersOwnZone() {
        live("Pacific/Kiritimati"); // 14 hours ahead of UTC

        assertThat(visit("2026-03-10T09:59:00Z")).isEqualTo(1); // the 10th, 23:59
        assertThat(visit("2026-03-10T10:01:00Z")).isEqualTo(2); // the 11th, 00:01
    }

    @Test
    void countsDaysFarBehindUtc() {
        live("Etc/GMT+12"); // 12 hours behind UTC

        assertThat(visit("2026-03-10T11:59:00Z")).isEqualTo(1); // the 9th, 23:59
        assertThat(visit("2026-03-10T12:01:00Z")).isEqualTo(2); // the 10th, 00:01
        assertThat(visits("2026-03-11T11:59:00Z")).isEmpty(); // still the 10th
    }

    @Test
    void countsDaysOfTheProgramsZoneWhereItSaysSo() {
        club = club("day", "program");
        live("Pacific/Kiritimati");

        assertThat(visit("2026-03-10T09:59:00Z")).isEqualTo(1);
        assertThat(visits("2026-03-10T10:01:00Z")).isEmpty();
    }

    @Test
    void countsDaysOfTheProgramsZoneForMembersWithoutOne() {
        assertThat(visit("2026-06-10T22:59:00Z")).isEqualTo(1); // the 10th, 23:59 in summer
        assertThat(visit("2026-06-10T23:01:00Z")).isEqualTo(2);
    }

    @Test
    void countsADayOf23HoursOnce() {
        // 29 March 2026: 01:00 is followed by 02:00.
        assertThat(visit("2026-03-28T23:59:00Z")).isEqualTo(1);
        assertThat(visit("2026-03-29T00:01:00Z")).isEqualTo(2);
        assertThat(visits("2026-03-29T01:30:00Z")).isEmpty();
        assertThat(visits("2026-03-29T22:59:00Z")).isEmpty();
        assertThat(visit("2026-03-29T23:01:00Z")).isEqualTo(3);
    }

    @Test
    void countsADayOf25HoursOnce() {
        // 25 October 2026: 01:30 comes twice.
        assertThat(visit("2026-10-24T22:59:00Z")).isEqualTo(1);
        assertThat(visit("2026-10-24T23:01:00Z")).isEqualTo(2);
        assertThat(visits("2026-10-25T00:30:00Z")).isEmpty();
        assertThat(visits("2026-10-25T01:30:00Z")).isEmpty();
        assertThat(visits("2026-10-25T23:59:00Z")).isEmpty();
        assertThat(visit("2026-10-26T00:01:00Z")).isEqualTo(3);
    }

    @Test
    void endsADayWhereItsMidnightIsLeaptOver() {
        live("America/Sao_Paulo"); // 4 November 2018 began at 01:00

        List<StreakDecision> decisions = visits("2018-11-02T12:00:00Z");

        assertThat(decisions.getFirst().deadlines())
                .containsExactly(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(visit("2018-11-04T02:59:00Z")).isEqualTo(2); // the 3rd, 23:59
        assertThat(visit("2018-11-04T03:01:00Z")).isEqualTo(3); // the 4th, 01:01
    }

    @Test
    void missesNoDayThatNeverWas() {
        live("Pacific/Apia"); // went from 29 to 31 December 2011 at midnight

        assertThat(visit("2011-12-29T20:00:00Z")).isEqualTo(1); // the 29th, 10:00
        List<StreakDecision> next = visits("2011-12-30T20:00:00Z"); // the 31st, 10:00
        assertThat(next.getFirst().after()).isEqualTo(2);
        assertThat(visit("2012-01-01T20:00:00Z")).isEqualTo(1); // the 2nd: the 1st was missed
    }

    @Test
    void countsTheLeapDay() {
        assertThat(visit("2028-02-28T12:00:00Z")).isEqualTo(1);
        assertThat(visit("2028-02-29T12:00:00Z")).isEqualTo(2);
        assertThat(visit("2028-03-01T12:00:00Z")).isEqualTo(3);
    }

    @Test
    void asksForTheLeapDay() {
        visit("2028-02-28T12:00:00Z");

        assertThat(visit("2028-03-01T12:00:00Z")).isEqualTo(1);
    }

    @Test
    void goesFromFebruaryToMarchInOtherYears() {
        visit("2027-02-28T12:00:00Z");

        assertThat(visit("2027-03-01T12:00:00Z")).isEqualTo(2);
    }

    @Test
    void countsWeeksFromMondayToSundayOverTheNewYear() {
        club = club("week", "member");

        assertThat(visit("2026-12-27T12:00:00Z")).isEqualTo(1); // Sunday of week 52
        assertThat(visit("2026-12-28T12:00:00Z")).isEqualTo(2); // Monday of week 53
        assertThat(visits("2027-01-03T12:00:00Z")).isEmpty(); // Sunday of week 53
        assertThat(visit("2027-01-04T12:00:00Z")).isEqualTo(3); // Monday of week 1
    }

    @Test
    void countsMonthsOfAnyLengthOverTheNewYear() {
        club = club("month", "member");

        assertThat(visit("2026-12-01T12:00:00Z")).isEqualTo(1);
        List<StreakDecision> january = visits("2027-01-31T12:00:00Z");
        assertThat(january.getFirst().after()).isEqualTo(2);
        assertThat(january.getFirst().deadlines())
                .containsExactly(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(visit("2027-02-01T12:00:00Z")).isEqualTo(3);
        assertThat(visit("2027-04-01T12:00:00Z")).isEqualTo(1);
    }

    @Test
    void countsMonthsBeforeTheEpoch() {
        club = club("month", "member");

        assertThat(visit("1969-11-30T12:00:00Z")).isEqualTo(1);
        assertThat(visit("1969-12-31T12:00:00Z")).isEqualTo(2);
        assertThat(visit("1970-01-01T12:00:00Z")).isEqualTo(3);
    }

    @Test
    void losesNoDayOnTheWayEast() {
        live("America/Los_Angeles");
        assertThat(visit("2026-03-11T03:00:00Z")).isEqualTo(1); // the 10th, 20:00

        live("Asia/Tokyo");

        // The 12th, 00:30, when it is still the 11th in Los Angeles.
        assertThat(visit("2026-03-11T15:30:00Z")).isEqualTo(2);
        assertThat(visit("2026-03-12T15:30:00Z")).isEqualTo(3);
    }

    @Test
    void endsOnTheWayEastWhereADayWasMissedInBothZones() {
        live("America/Los_Angeles");
        visit("2026-03-11T03:00:00Z"); // the 10th, 20:00

        live("Asia/Tokyo");

        assertThat(visit("2026-03-12T15:30:00Z")).isEqualTo(1); // the 13th; the 12th there
    }

    @Test
    void countsADateOnceThatIsMetTwiceOnTheWayWest() {
        live("Asia/Tokyo");
        assertThat(visit("2026-03-10T15:30:00Z")).isEqualTo(1); // the 11th, 00:30

        live("America/Los_Angeles");

        assertThat(visits("2026-03-11T17:00:00Z")).isEmpty(); // the 11th, 10:00
        assertThat(visit("2026-03-12T17:00:00Z")).isEqualTo(2);
    }

    private void live(String zone) {
        club.register(
                new Member(
                        "alice", ZoneId.of(zone), null, Set.of(), List.of(), Map.of(), Map.of()));
    }

    private int visit(String time) {
        List<StreakDecision> decisions = visits(time);
        assertThat(decisions).hasSize(1);
        return decisions.getFirst().after();
    }

    private List<StreakDecision> visits(String time) {
        Event event = Events.of("visit", time, Map.of()).at(time).event();
        return club.send(event).streaks();
    }

    private static Club club(String every, String zone) {
        return new Club(Programs.program(SHOP.replace("EVERY", every).replace("ZONE", zone)));
    }
}
