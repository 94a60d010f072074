package dev.laurel.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole platform, for an operator and for whoever waits until it has settled.
 *
 * @param settled whether everything that was accepted before the request has been decided, posted
 *     and passed on: every service is up, no reader is behind and every outbox is empty
 * @param services every service
 * @param readers every consumer group, in the order of the pipeline
 * @param outboxes records that a service still has to send; {@code null} where it did not say
 * @param ledger the double-entry check, or {@code null} where scoring-service did not answer
 */
record PlatformStatus(
        boolean settled,
        List<Service> services,
        List<Reader> readers,
        List<Outbox> outboxes,
        @Nullable Ledger ledger) {

    PlatformStatus {
        services = List.copyOf(services);
        readers = List.copyOf(readers);
        outboxes = List.copyOf(outboxes);
    }

    /**
     * One service.
     *
     * @param service its name
     * @param up whether its health check says so
     */
    record Service(String service, boolean up) {}

    /**
     * One consumer group.
     *
     * @param group its id
     * @param lag records that it has not yet got through, or {@code null} where the broker did not
     *     say
     * @param topics the lag per topic, only topics where there is some
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Reader(String group, @Nullable Long lag, Map<String, Long> topics) {
        Reader {
            topics = Map.copyOf(topics);
        }
    }

    /**
     * One outbox.
     *
     * @param service whose it is
     * @param backlog records that are not yet on their topic
     */
    record Outbox(String service, @Nullable Long backlog) {}

    /**
     * The ledger as a whole.
     *
     * @param sum over all accounts; anything but 0 is a defect
     * @param balanced whether it is 0
     * @param faults what the last nightly check of each program found wrong, together
     */
    record Ledger(long sum, boolean balanced, long faults) {}
}
