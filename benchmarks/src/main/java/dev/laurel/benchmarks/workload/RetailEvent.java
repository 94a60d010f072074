package dev.laurel.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One invoice of the sample history.
 *
 * @param id the invoice's number
 * @param source who sent it
 * @param type {@code purchase} or {@code return}
 * @param subject the customer
 * @param time when it happened
 * @param amount its amount, never negative
 * @param data the event's data as JSON, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
record RetailEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        double amount,
        byte[] data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RetailEvent parse(String line) {
        JsonNode event = JSON.readTree(line);
        JsonNode data = event.required("data");
        return new RetailEvent(
                event.required("id").stringValue(),
                event.required("source").stringValue(),
                event.required("type").stringValue(),
                event.required("subject").stringValue(),
                Instant.parse(event.required("time").stringValue()),
                data.required("amount").doubleValue(),
                data.toString().getBytes(UTF_8));
    }
}
