package dev.laurel.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.engine.periods.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberStateCodecTest {

    private static final MemberState STATE =
            new MemberState(
                    Map.of(MetricKey.within("march", "spend"), new MetricCell.Total(-12_500_000)),
                    Map.of(
                            new LimitKey("earn", "stars", Period.DAY, 20_522, false, ""),
                            new LimitCell(600, 500)),
                    Map.of(
                            new ChallengeKey("march", 0),
                            new ChallengeState(1, 2, Map.of("stars", 500L), "hare", 0, 1)),
                    Map.of("hare", new BadgeState(Set.of("challenge:march"), 1)),
                    Map.of("stars", new WalletState(3, 1, 5, -7)),
                    Map.of(),
                    LocalDate.of(2026, 3, 10),
                    Map.of("lost", new SilenceState(Instant.ofEpochMilli(1_000), true)),
                    7);

    private static final String BYTES =
            "01" // version
                    + "01"
                    + "00057370656e64"
                    + "01"
                    + "00056d61726368" // spend within march
                    + "00"
                    + "bf f0 f5 0b".replace(" ", "") // a total
                    + "00" // series
                    + "01"
                    + "00046561726e"
                    + "00057374617273" // earn stars
                    + "00"
                    + "00"
                    + "d4c002"
                    + "0000"
                    + "b009"
                    + "c801" // per day, partial, day, asked, lost
                    + "01"
                    + "02"
                    + "01"
                    + "00" // march, once
                    + "04"
                    + "03"
                    + "00"
                    + "01" // the second time, standing, knowing nothing, kept
                    + "01"
                    + "04"
                    + "e807"
                    + "01"
                    + "000468617265"
                    + "01"
                    + "06"
                    + "01"
                    + "01"
                    + "000f"
                    + hex("challenge:march")
                    + "01"
                    + "04"
                    + "03"
                    + "01"
                    + "0a"
                    + "0d" // stars: three events, one start of 5, a sum of -7
                    + "00" // no streaks
                    + "01"
                    + "d4c002" // live since
                    + "01"
                    + "00046c6f7374"
                    + "d00f"
                    + "01" // lost, since the first second, told of
                    + "07"; // the program's version

    @Test
    void writesThoseBytes() {
        assertThat(HexFormat.of().formatHex(MemberStateCodec.encode(STATE))).isEqualTo(BYTES);
    }

    @Test
    void readsThoseBytes() {
        assertThat(MemberStateCodec.decode(HexFormat.of().parseHex(BYTES))).isEqualTo(STATE);
    }

    @Test
    void readsWhatItWroteOfDistinctValues() {
        MemberState state =
                new MemberState(
                        Map.of(
                                MetricKey.ever("products"),
                                new MetricCell.Distinct(
                                        DistinctValues.of(Map.of("a", 1, "ü", 300)))),
                        Map.of(),
                        Map.of(new ChallengeKey("x", 0), ChallengeState.NEVER),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        null,
                        Map.of(),
                        0);

        assertThat(MemberStateCodec.decode(MemberStateCodec.encode(state))).isEqualTo(state);
        assertThat(MemberStateCodec.decode(MemberStateCodec.encode(MemberState.EMPTY)))
                .isEqualTo(MemberState.EMPTY);
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberStateCodec.decode(new byte[] {9}))
                .withMessage("Expected a member state of version 1, but it is of version 9.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberStateCodec.decode(new byte[0]))
                .withMessage("Expected a member state of version 1, but there are no bytes.");
    }

    @Test
    void refusesBytesThatAreCutOrTooMany() {
        byte[] whole = HexFormat.of().parseHex(BYTES);

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> MemberStateCodec.decode(cut));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberStateCodec.decode(Arrays.copyOf(whole, whole.length + 1)))
                .withMessageContaining("1 bytes are left");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void readsWhoFoundAllPlacesTaken() {
        // Given
        ChallengeState asked = new ChallengeState(1, 1, Map.of(), null, 0, 0);
        Map<ChallengeKey, ChallengeState> challenges =
                Map.of(
                        new ChallengeKey("race", 2), asked.withoutPlace(),
                        new ChallengeKey("race", 3), asked.withoutPlace(),
                        new ChallengeKey("race", 4), asked);
        MemberState state =
                new MemberState(
                        Map.of(),
                        Map.of(),
                        challenges,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        null,
                        Map.of(),
                        1);

        // When
        MemberState read = MemberStateCodec.decode(MemberStateCodec.encode(state));

        // Then
        assertThat(read.challenges()).isEqualTo(challenges);
    }
}
