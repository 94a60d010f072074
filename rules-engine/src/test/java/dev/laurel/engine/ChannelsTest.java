package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which channels points are counted by. */
class ChannelsTest {

    private static final String PROGRAM =
            """
            program: two-channels
            timeZone: Etc/UTC
            wallets: [ { id: stars } ]
            events: { purchase: { amount: double, channel: string }, visit: {} }
            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
            channels: [web, store-12]
            """;

    @Test
    void areThoseThatTheProgramDeclares() {
        Program program = Programs.program(PROGRAM);

        assertThat(program.channels().of(purchase(Map.of("channel", "web")))).isEqualTo("web");
        assertThat(program.channels().of(purchase(Map.of("channel", "store-12"))))
                .isEqualTo("store-12");
        assertThat(program.channels().of(purchase(Map.of("channel", "order 4711")))).isNull();
        assertThat(program.channels().of(purchase(Map.of("channel", 12)))).isNull();
        assertThat(program.channels().of(purchase(Map.of()))).isNull();
    }

    private static Event purchase(Map<String, Object> data) {
        Instant time = Instant.parse("2011-11-03T10:00:00Z");
        return new Event("urn:shop", "1", "purchase", "ann", time, time, false, data);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [web, store-12] | [web, web] | /channels/1 | Expected each channel once, but 'web' is there twice.
                    [web, store-12] | [web, "the shop"] | /channels/1 | Expected letters, digits, '-' and '_', at most 64, but it was 'the shop'.
                    [web, store-12] | [web, 3] | /channels/1 | Expected a text, but it was 3.
                    [web, store-12] | web | /channels | Expected a list, but it was 'web'.
                    channel: string | kanal: string | /channels | Expected a type of events with 'channel: string', but there is none, so no event could say which it came through.
                    channel: string | channel: int | /channels | Expected a type of events with 'channel: string', but there is none, so no event could say which it came through.
                    """)
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        List<Problem> problems = Programs.problems(PROGRAM.replace(from, to));

        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().message()).isEqualTo(message);
    }

    @Test
    void areFiftyAtMost() {
        String many = String.join(", ", Collections.nCopies(51, "x"));

        assertThat(Programs.problems(PROGRAM.replace("web, store-12", many)))
                .extracting(Problem::message)
                .contains("Expected at most 50 channels, but there are 51.");
    }
}
