package dev.laurel.badges.awards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberBadgesTest {

    private static final Holder ANN = new Holder("club", "ann");

    @Test
    void countsABadgeThatIsIssuedForSeveralThings() {
        // Given
        MemberBadges badges = new MemberBadges(0, List.of());

        // When
        badges.apply(effect(1, Status.ISSUED));
        badges.apply(effect(2, Status.ISSUED));
        badges.apply(effect(3, Status.REVOKED));
        badges.apply(effect(4, Status.REVOKED));

        // Then
        assertThat(badges.changes())
                .extracting(
                        AwardChange::sequence,
                        change -> change.award().status(),
                        change -> change.award().times(),
                        change -> change.award().changedAt())
                .containsExactly(
                        tuple(1L, Status.ISSUED, 1, time(1)),
                        tuple(2L, Status.ISSUED, 2, time(2)),
                        tuple(3L, Status.ISSUED, 1, time(3)),
                        tuple(4L, Status.REVOKED, 0, time(4)));
    }

    @Test
    void keepsTheFirstTimeThroughRevokingAndIssuingAgain() {
        // Given
        MemberBadges badges = new MemberBadges(7, List.of());

        // When
        badges.apply(effect(1, Status.ISSUED));
        badges.apply(effect(2, Status.REVOKED));
        badges.apply(effect(3, Status.ISSUED));

        // Then
        assertThat(badges.changes())
                .extracting(
                        AwardChange::sequence,
                        change -> change.award().status(),
                        change -> change.award().firstIssuedAt())
                .containsExactly(
                        tuple(8L, Status.ISSUED, time(1)),
                        tuple(9L, Status.REVOKED, time(1)),
                        tuple(10L, Status.ISSUED, time(1)));
    }

    @Test
    void revokingWhatWasNeverIssuedChangesNothing() {
        // Given
        MemberBadges badges = new MemberBadges(0, List.of());

        // When
        badges.apply(effect(1, Status.REVOKED));

        // Then
        assertThat(badges.changes()).isEmpty();
    }

    private static Effect effect(int nth, Status status) {
        UUID id = UUID.nameUUIDFromBytes(("effect" + nth).getBytes(UTF_8));
        return new Effect(
                id, ANN, "explorer", status, new Origin("CHALLENGE", "spring", id, 1, time(nth)));
    }

    private static Instant time(int nth) {
        return Instant.parse("2011-11-05T12:00:00Z").plusSeconds(nth);
    }
}
