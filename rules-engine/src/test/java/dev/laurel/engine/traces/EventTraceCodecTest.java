package dev.laurel.engine.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.lines.Line;
import dev.laurel.engine.lines.Lines;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.shares.Share;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTraceCodecTest {

    private static final EventKey BY = new EventKey("/shop", "r1");
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 8);
    private static final Event REFUND =
            new Event(
                    "/shop",
                    "r1",
                    "refund",
                    "alice",
                    Instant.parse("2026-03-10T12:00:00.123456789Z"),
                    Instant.parse("1969-03-10T12:00:00Z"),
                    true,
                    Map.of("amount", 0.1, "parts", List.of(1L, "a", true, Map.of("b", -2L))));

    static List<EventTrace> traces() {
        return List.of(
                new EventTrace.Seen("purchase", null),
                new EventTrace.Seen("purchase", UNTIL),
                new EventTrace.Awaited("purchase", UNTIL, List.of(REFUND, REFUND)),
                new EventTrace.Undone("purchase", UNTIL, BY),
                new EventTrace.Counted(
                        "purchase",
                        UNTIL,
                        LocalDate.of(2026, 3, 10),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        new EventTrace.Original("alice", null, Map.of(), Share.NONE, Lines.NONE),
                        0),
                new EventTrace.Counted(
                        "purchase",
                        null,
                        LocalDate.of(1969, 3, 10),
                        List.of(
                                new EventTrace.Award(
                                        "earn",
                                        "stars",
                                        -40,
                                        List.of(
                                                new LimitKey(
                                                        "earn",
                                                        "stars",
                                                        Period.DAY,
                                                        -296,
                                                        false,
                                                        ""),
                                                new LimitKey(
                                                        "limit:all",
                                                        "stars",
                                                        Period.EVER,
                                                        0,
                                                        true,
                                                        "red")),
                                        List.of(-30_000_000L, -10_000_000L))),
                        List.of(
                                new EventTrace.Contribution(
                                        List.of(
                                                MetricKey.ever("spend"),
                                                MetricKey.after("march", "spend")),
                                        new MetricCell.Total(12_500_000)),
                                new EventTrace.Contribution(
                                        List.of(MetricKey.ever("products")),
                                        new MetricCell.Distinct(DistinctValues.once("a", "b")),
                                        List.of(
                                                new MetricCell.Distinct(DistinctValues.once("a")),
                                                new MetricCell.Distinct(
                                                        DistinctValues.once("b"))))),
                        List.of(
                                new EventTrace.Mark("daily", Period.DAY, 20_522),
                                new EventTrace.Mark("monthly", Period.MONTH, -10)),
                        Set.of("bob", "carol"),
                        new EventTrace.Original(
                                "alice",
                                "red",
                                Map.of("amount", 12.5),
                                Share.of(0.25),
                                new Lines(
                                        List.of(
                                                new Line("a", 2_000_000, 9_000_000, Share.of(0.5)),
                                                new Line("b", 1, 0, Share.NONE)))),
                        300));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void readsWhatItWrote(EventTrace trace) {
        assertThat(EventTraceCodec.decode(EventTraceCodec.encode(trace))).isEqualTo(trace);
    }

    @Test
    void writesThoseBytes() {
        assertThat(hex(new EventTrace.Seen("buy", null)))
                .isEqualTo("01" + "00" + "00" + "0003627579");
        assertThat(hex(new EventTrace.Undone("buy", UNTIL, BY)))
                .isEqualTo("01" + "84a101" + "03" + "0003627579" + "00052f73686f70" + "00027231");
    }

    @Test
    void readsOnlyTheDayUntilWhichATraceIsKept() {
        assertThat(EventTraceCodec.until(EventTraceCodec.encode(new EventTrace.Seen("buy", UNTIL))))
                .isEqualTo(UNTIL);
        assertThat(EventTraceCodec.until(EventTraceCodec.encode(new EventTrace.Seen("buy", null))))
                .isNull();
    }

    private static String hex(EventTrace trace) {
        return HexFormat.of().formatHex(EventTraceCodec.encode(trace));
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTraceCodec.decode(new byte[] {2, 0}))
                .withMessage("Expected an event trace of version 1, but it is of version 2.");
    }
}
