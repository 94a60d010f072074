package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.vendor.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten calls of a day, of which one may be made at its beginning. */
class CallsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Rhythm RHYTHM =
            new Rhythm(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1));

    private final Calls calls =
            new Calls(
                    new Connection(
                            new ConnectionId("p", "crm"),
                            CrmKind.HUBSPOT,
                            URI.create("https://crm.example"),
                            "2026-03",
                            DefaultMapping.of(CrmKind.HUBSPOT, List.of(), List.of()),
                            Inbound.NONE,
                            false,
                            new Quota(10, 1_000, Duration.ofSeconds(10), 3),
                            false,
                            1,
                            MIDNIGHT),
                    new NoDeliveries(),
                    RHYTHM,
                    Clock.fixed(MIDNIGHT, ZoneOffset.UTC),
                    () -> true);

    @Test
    void aSecondCallWaitsForItsTime() {
        assertThat(call()).isInstanceOf(Answer.Given.class);
        assertThat(call()).isInstanceOf(Answer.Throttled.class);
    }

    @Test
    void whatIsOnePieceOfWorkIsNotTornApartByThePlan() {
        // When
        List<Answer<Integer>> answers = calls.asOne(() -> List.of(call(), call(), call()));

        // Then
        assertThat(answers).allSatisfy(it -> assertThat(it).isInstanceOf(Answer.Given.class));
        assertThat(call()).isInstanceOf(Answer.Throttled.class);
    }

    @Test
    void whatTheDayHasNotIsNotCalledInOnePieceEither() {
        // When
        Answer<Integer> last =
                calls.asOne(() -> {
                    for (int made = 0; made < 10; made++) {
                        assertThat(call()).isInstanceOf(Answer.Given.class);
                    }
                    return call();
                });

        // Then
        assertThat(last).isInstanceOf(Answer.Throttled.class);
    }

    private Answer<Integer> call() {
        return calls.make(
                Lane.ROUTINE,
                () ->
                        calls.draw(1)
                                .<Answer<Integer>>map(
                                        it -> new Answer.Throttled<>(it.pause(), it.reason()))
                                .orElseGet(() -> new Answer.Given<>(1, null)));
    }
}
