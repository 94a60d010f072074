package dev.laurel.crm.profiles.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.crm.profiles.BadgeState;
import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.ChallengeProgress;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Patches;
import dev.laurel.crm.profiles.StreakState;
import dev.laurel.crm.profiles.TierState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptNewsTest {

    private static final Instant TIME = Instant.parse("2011-11-05T10:00:00.123456Z");

    private final KeptNews keptNews = new KeptNews();

    @Test
    void everyPartComesOutAsItWentIn() {
        assertComesBack(Part.WALLETS, Map.of("stars", new Balance(Long.MAX_VALUE, -3)));
        assertComesBack(Part.BADGES, Map.of("é 😀", new BadgeState(true, TIME)));
        assertComesBack(
                Part.TIER,
                Map.of(TierState.ONLY, new TierState("gold", LocalDate.of(2012, 1, 31), "silver")));
        assertComesBack(
                Part.CHALLENGES,
                Map.of(
                        "c",
                        new ChallengeProgress(
                                true, List.of(new ChallengeProgress.Step("s", 0.1, 5)))));
        assertComesBack(
                Part.STREAKS,
                Map.of("daily", new StreakState(3, 7, TIME), "weekly", StreakState.NONE));
        assertComesBack(Part.WALLETS, Map.of());
    }

    @Test
    void ofAMembersNewsInABatchOneIsLeft() {
        // Given
        List<News<Balance>> news =
                List.of(
                        news(1, Map.of("a", new Balance(1, 1))),
                        news(2, Map.of("b", new Balance(2, 2))));

        // When
        List<News<Balance>> back =
                keptNews.read(keptNews.write(Patches.of(news)), Part.WALLETS, "p");

        // Then
        assertThat(back)
                .containsExactly(news(2, Map.of("a", new Balance(1, 1), "b", new Balance(2, 2))));
    }

    @Test
    void refusesWhatTheDatabaseWouldNotTakeLater() {
        // Given
        List<News<Balance>> news = List.of(news(1, Map.of("a\0b", new Balance(1, 1))));

        // When, then
        assertThatThrownBy(() -> keptNews.write(Patches.of(news)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NUL");
    }

    private <T> void assertComesBack(Part<T> part, Map<String, T> entries) {
        List<News<T>> news = List.of(news(7, entries));
        assertThat(keptNews.read(keptNews.write(Patches.of(news)), part, "p")).isEqualTo(news);
    }

    private static <T> News<T> news(long mark, Map<String, T> entries) {
        return new News<>(new Member("p", "m"), new Mark(3, mark), entries, TIME);
    }
}
