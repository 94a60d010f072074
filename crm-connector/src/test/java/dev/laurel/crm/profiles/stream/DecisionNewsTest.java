package dev.laurel.crm.profiles.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.profiles.News;
import dev.laurel.intake.Received;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events show that a member was active. */
class DecisionNewsTest {

    private static final Instant TIME = Instant.parse("2011-12-02T10:00:00Z");

    @ParameterizedTest(name = "{0} about {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "/shop, ann, 2011-12-02T10:00:00Z",
                "/shop, bob, -",
                "/laurel/leaderboard-service, ann, -",
                "/laurel/rules-engine, ann, -"
            })
    void onlyWhatTheMemberDidIsActivity(String source, String subject, @Nullable Instant activity) {
        ProgressDecision decision =
                new ProgressDecision(
                        "club",
                        "ann",
                        new ProgressDecision.Event(source, subject, TIME),
                        List.of(),
                        List.of());

        News<?> news = DecisionNews.challenges(new Received<>(decision, new byte[0], 0, 7, null));

        assertThat(news.activity()).isEqualTo(activity);
    }
}
