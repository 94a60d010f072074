package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.events.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The streaks of a real shop's customers, against figures that were computed from its invoices
 * without Laurel. A streak there is of days or weeks with an invoice that was no cancellation,
 * whatever its amount: these are the events of type {@code purchase}.
 */
class RetailStreaksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path INVOICES = Path.of("../examples/retail-club/events.ndjson.gz");

    private static final Program PROGRAM =
            Programs.program(
                    """
                    program: retail-club
                    timeZone: Europe/London
                    events: { purchase: { amount: double }, return: { amount: double } }
                    streaks:
                      - { id: daily, on: purchase, every: day }
                      - { id: weekly, on: purchase, every: week }
                    """);

    @Test
    void findsTheLongestStreaks() throws IOException {
        Club club = new Club(PROGRAM);
        Map<String, Map<String, Integer>> longest = new HashMap<>();
        for (Event invoice : invoices()) {
            for (StreakDecision streak : club.send(invoice).streaks()) {
                longest.computeIfAbsent(streak.streak(), id -> new HashMap<>())
                        .put(invoice.subject(), streak.longest());
            }
        }
        Map<String, Integer> daily = longest.getOrDefault("daily", Map.of());
        Map<String, Integer> weekly = longest.getOrDefault("weekly", Map.of());

        assertThat(daily).hasSize(4339);
        assertThat(membersByLength(daily, 4))
                .isEqualTo(Map.of(4, List.of("14156"), 6, List.of("12748", "14911")));
        assertThat(
                        daily.values().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                length -> length, Collectors.counting())))
                .isEqualTo(Map.of(1, 4188L, 2, 142L, 3, 6L, 4, 1L, 6, 2L));
        assertThat(membersByLength(weekly, 27))
                .isEqualTo(Map.of(27, List.of("14911"), 49, List.of("14606", "17841")));
    }

    private static Map<Integer, List<String>> membersByLength(
            Map<String, Integer> lengths, int least) {
        Map<Integer, List<String>> members = new TreeMap<>();
        for (String member : new TreeSet<>(lengths.keySet())) {
            int length = lengths.getOrDefault(member, 0);
            if (length >= least) {
                members.computeIfAbsent(length, key -> new ArrayList<>()).add(member);
            }
        }
        return members;
    }

    private static List<Event> invoices() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(INVOICES)),
                                StandardCharsets.UTF_8))) {
            return lines.lines().map(RetailStreaksTest::invoice).toList();
        }
    }

    private static Event invoice(String line) {
        JsonNode json = JSON.readTree(line);
        Instant time = Instant.parse(json.get("time").asString());
        return new Event(
                json.get("source").asString(),
                json.get("id").asString(),
                json.get("type").asString(),
                json.get("subject").asString(),
                time,
                time,
                true,
                Map.of("amount", json.at("/data/amount").asDouble()));
    }
}
