package dev.laurel.engine.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTraceCodecTest {

    private static final EventKey BY = new EventKey("/shop", "r1");

    static List<EventTrace> traces() {
        return List.of(
                new EventTrace.Seen("purchase"),
                new EventTrace.Awaited("purchase", BY),
                new EventTrace.Undone("purchase", BY),
                new EventTrace.Counted(
                        "purchase",
                        LocalDate.of(2026, 3, 10),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of()),
                new EventTrace.Counted(
                        "purchase",
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
                                                        "red")))),
                        List.of(
                                new EventTrace.Contribution(
                                        List.of(
                                                MetricKey.ever("spend"),
                                                MetricKey.after("march", "spend")),
                                        new MetricCell.Total(12_500_000)),
                                new EventTrace.Contribution(
                                        List.of(MetricKey.ever("products")),
                                        new MetricCell.Distinct(DistinctValues.once("a", "b")))),
                        List.of(
                                new EventTrace.Mark("daily", Period.DAY, 20_522),
                                new EventTrace.Mark("monthly", Period.MONTH, -10)),
                        Set.of("bob", "carol")));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void readsWhatItWrote(EventTrace trace) {
        assertThat(EventTraceCodec.decode(EventTraceCodec.encode(trace))).isEqualTo(trace);
    }

    @Test
    void writesThoseBytes() {
        assertThat(HexFormat.of().formatHex(EventTraceCodec.encode(new EventTrace.Seen("buy"))))
                .isEqualTo("01" + "00" + "0003627579");
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        EventTraceCodec.encode(new EventTrace.Undone("buy", BY))))
                .isEqualTo("01" + "03" + "0003627579" + "00052f73686f70" + "00027231");
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTraceCodec.decode(new byte[] {2, 0}))
                .withMessage("Expected an event trace of version 1, but it is of version 2.");
    }
}
