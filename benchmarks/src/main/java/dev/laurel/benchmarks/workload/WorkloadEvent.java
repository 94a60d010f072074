package dev.laurel.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.events.Event;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An invoice of the sample history under an id and a member of its own.
 *
 * @param id the event's id
 * @param member the member
 * @param invoice the invoice that it repeats
 */
public record WorkloadEvent(String id, String member, RetailEvent invoice) {

    private static final KafkaEvents KAFKA = new KafkaEvents();

    /** The event in the JSON event format, in UTF-8. */
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(invoice.data().length + 200);
        writeTo(out);
        return out.toByteArray();
    }

    void writeTo(ByteArrayOutputStream out) {
        String head =
                "{\"specversion\":\"1.0\",\"id\":\""
                        + id
                        + "\",\"source\":\""
                        + invoice.source()
                        + "\",\"type\":\""
                        + invoice.type()
                        + "\",\"subject\":\""
                        + member
                        + "\",\"time\":\""
                        + invoice.time()
                        + "\",\"datacontenttype\":\"application/json\",\"data\":";
        out.writeBytes(head.getBytes(UTF_8));
        out.writeBytes(invoice.data());
        out.write('}');
    }

    /** The event as a record of {@code laurel.events}, declared as history. */
    public ProducerRecord<byte[], byte[]> toRecord(String program, Instant now) {
        Event event =
                new Event(
                        program,
                        invoice.source(),
                        id,
                        invoice.type(),
                        member,
                        invoice.time(),
                        now,
                        true,
                        Map.of());
        return KAFKA.toRecord(event, invoice.data(), null);
    }

    /** The stars that the sample program gives for it: one per full pound. */
    public long stars() {
        long pounds = (long) Math.floor(invoice.amount());
        return "return".equals(invoice.type()) ? -pounds : pounds;
    }
}
