package dev.laurel.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The votes of a real Stack Exchange site by that site's rules, held against the reputation and the
 * badges that the site itself gave. What the dump lacks (deleted posts, suggested edits) keeps both
 * from being complete.
 */
class StackExchangeTest {

    private static final Path FOLDER = Path.of("../examples/stack-exchange");

    /** What the site gives to whoever has another account with a good standing; not in the dump. */
    private static final long ASSOCIATION_BONUS = 100;

    private static Forecast forecast;

    @BeforeAll
    static void replayTheSite() {
        Simulation simulation =
                Simulation.of(Examples.edition(FOLDER.resolve("program.yaml")), Map.of());
        Examples.events(FOLDER.resolve("events.ndjson.gz")).forEach(simulation::accept);
        forecast = simulation.forecast();
    }

    @Test
    void takesEveryEventIn() {
        assertThat(forecast.events()).isEqualTo(17_166);
        assertThat(forecast.refused()).isZero();
        assertThat(forecast.failures()).isEmpty();
    }

    @Test
    void givesTheReputationThatTheSiteGave() {
        Map<String, Long> real = new LinkedHashMap<>();
        table("oracle/reputation.csv.gz")
                .forEach(row -> real.put(row.get(0), Long.parseLong(row.get(1))));
        assertThat(real).hasSize(331);

        Map<Long, Long> residuals =
                real.entrySet().stream()
                        .map(user ->
                                user.getValue() - forecast.balance(user.getKey(), "reputation"))
                        .collect(
                                Collectors.groupingBy(
                                        residual -> residual, TreeMap::new, Collectors.counting()));

        assertThat(residuals.getOrDefault(0L, 0L) + residuals.getOrDefault(ASSOCIATION_BONUS, 0L))
                .as("users by how much more the site gave: %s", residuals)
                .isGreaterThanOrEqualTo(246);
    }

    /** Issued here, and all of these were issued by the site to the same users. */
    @Test
    void givesTheBadgesThatTheSiteGave() {
        assertThat(issued())
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("nice-question", 145L),
                                Map.entry("good-question", 8L),
                                Map.entry("great-question", 1L),
                                Map.entry("nice-answer", 94L),
                                Map.entry("good-answer", 8L),
                                Map.entry("enlightened", 38L),
                                Map.entry("popular-question", 22L),
                                Map.entry("notable-question", 4L),
                                Map.entry("famous-question", 1L),
                                Map.entry("student", 225L),
                                Map.entry("teacher", 159L),
                                Map.entry("self-learner", 15L),
                                Map.entry("scholar", 155L),
                                Map.entry("promoter", 13L),
                                Map.entry("investor", 2L),
                                Map.entry("supporter", 727L),
                                Map.entry("critic", 109L),
                                Map.entry("civic-duty", 8L),
                                Map.entry("commentator", 50L),
                                Map.entry("autobiographer", 1_618L)));
    }

    @Test
    void givesNoBadgeThatTheSiteDidNotGive() {
        Map<String, Map<String, Integer>> real = new TreeMap<>();
        table("oracle/badges.csv.gz")
                .forEach(row ->
                        real.computeIfAbsent(row.get(0), user -> new TreeMap<>())
                                .put(row.get(1), Integer.valueOf(row.get(2))));

        assertThat(forecast.members().values())
                .allSatisfy(member ->
                        member.badges()
                                .forEach((badge, times) ->
                                        assertThat(times)
                                                .as("%s of user %s", badge, member.member())
                                                .isLessThanOrEqualTo(
                                                        real.getOrDefault(member.member(), Map.of())
                                                                .getOrDefault(badge, 0))));
    }

    private static Map<String, Long> issued() {
        return forecast.badges().stream()
                .collect(Collectors.toMap(BadgeFigures::badge, BadgeFigures::issued));
    }

    private static List<List<String>> table(String file) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))),
                                UTF_8))) {
            return lines.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
