package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.EventReading.Accepted;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts events that were answered for: {@code laurel.events.accepted} by type, of which a program
 * has few, and {@code laurel.events.refused} by reason. Thread-safe.
 */
final class EventCounts {

    private final MeterRegistry meters;

    EventCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void answered(String program, List<Accepted> accepted, List<RejectedEvent> refused) {
        accepted.stream()
                .collect(Collectors.groupingBy(it -> it.event().type(), Collectors.counting()))
                .forEach((type, count) ->
                        add("laurel.events.accepted", "program", program, "type", type, count));
        Map<String, Long> reasons =
                refused.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> reason(it.problem().type().toString()),
                                        Collectors.counting()));
        reasons.forEach((reason, count) ->
                add("laurel.events.refused", "program", program, "reason", reason, count));
    }

    private void add(String name, String tag, String value, String tag2, String value2, long n) {
        meters.counter(name, tag, value, tag2, value2).increment((double) n);
    }

    /** The last part of a problem's type. */
    private static String reason(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
