package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.members.Member;
import dev.laurel.engine.members.Member.Membership;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What expressions can say about the member. */
class MemberAttributesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events: { purchase: { amount: double } }
            rules: [ { id: earn, on: purchase, when: "CONDITION", award: { stars: 10 } } ]
            """;

    private static final Member ALICE =
            new Member(
                    "alice",
                    ZoneId.of("Asia/Tokyo"),
                    "de-AT",
                    Set.of("vip", "staff"),
                    List.of(
                            new Membership("red", Instant.parse("2020-01-01T00:00:00Z")),
                            new Membership("blue", Instant.parse("2999-01-01T00:00:00Z"))),
                    Map.of(),
                    Map.of("language", "German"));

    @Test
    void readsWhatTheRegistrySays() {
        for (String condition :
                List.of(
                        "'vip' in member.segments",
                        "member.timeZone == 'Asia/Tokyo'",
                        "member.locale == 'de-AT'",
                        "member.team == 'red'",
                        "member.attributes.language == 'German'")) {
            assertThat(starsOfAlice(condition, true)).as(condition).isEqualTo(10);
            assertThat(starsOfAlice(condition, false)).as(condition).isZero();
        }
    }

    @Test
    void takesTheProgramsZoneForMembersWithoutOne() {
        assertThat(starsOfAlice("member.timeZone == 'Europe/London'", false)).isEqualTo(10);
    }

    private static long starsOfAlice(String condition, boolean registered) {
        Club club = new Club(Programs.program(SHOP.replace("CONDITION", condition)));
        if (registered) {
            club.register(ALICE);
        }
        club.send(Events.purchase("1", 40).event());
        return club.balance("alice", "stars");
    }
}
