package dev.laurel.crm.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchesTest {

    private static final Member ANN = new Member("club", "ann");
    private static final Member BOB = new Member("club", "bob");
    private static final Instant EARLY = Instant.parse("2011-11-03T10:00:00Z");
    private static final Instant LATE = Instant.parse("2011-11-04T10:00:00Z");

    @Test
    void theLastNewsAboutAnEntryWin() {
        // Given
        List<News<Balance>> news =
                List.of(
                        news(ANN, 1, "stars", 5),
                        news(BOB, 1, "stars", 1),
                        news(ANN, 2, "stars", 7));

        // When
        Map<Member, Patch<Balance>> patches = Patches.of(news);

        // Then
        assertThat(patches.get(ANN))
                .isEqualTo(
                        new Patch<>(Mark.ofSequence(2), Map.of("stars", new Balance(7, 7)), null));
        assertThat(patches).hasSize(2);
    }

    @Test
    void newsThatComeAgainAreLeftOut() {
        // Given
        List<News<Balance>> news =
                List.of(
                        news(ANN, 1, "stars", 5),
                        news(ANN, 2, "stars", 6),
                        news(ANN, 1, "stars", 5));

        // When
        Map<Member, Patch<Balance>> patches = Patches.of(news);

        // Then
        assertThat(patches.get(ANN))
                .isEqualTo(
                        new Patch<>(Mark.ofSequence(2), Map.of("stars", new Balance(6, 6)), null));
    }

    @Test
    void theLatestActivityCountsWheneverItComes() {
        // Given
        List<News<Balance>> news =
                List.of(activity(1, LATE), activity(2, EARLY), activity(3, null));

        // When
        Map<Member, Patch<Balance>> patches = Patches.of(news);

        // Then
        assertThat(patches.get(ANN)).isEqualTo(new Patch<>(Mark.ofSequence(3), Map.of(), LATE));
    }

    @Test
    void offsetsOfAnotherPartitionAreNewer() {
        // Given
        Mark seen = Mark.ofOffset(1, 100);

        // Then
        assertThat(Mark.ofOffset(1, 100).isAfter(seen)).isFalse();
        assertThat(Mark.ofOffset(1, 101).isAfter(seen)).isTrue();
        assertThat(Mark.ofOffset(2, 0).isAfter(seen)).isTrue();
    }

    private static News<Balance> news(Member member, long sequence, String wallet, long points) {
        return new News<>(
                member,
                Mark.ofSequence(sequence),
                Map.of(wallet, new Balance(points, points)),
                null);
    }

    private static News<Balance> activity(long sequence, @Nullable Instant activity) {
        return new News<>(ANN, Mark.ofSequence(sequence), Map.of(), activity);
    }
}
