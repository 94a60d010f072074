package dev.laurel.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The sample history, repeated as often as needed. Every repetition has event ids and members of
 * its own; the same name and number give the same events.
 */
public final class Workload {

    private final List<RetailEvent> invoices;

    private Workload(List<RetailEvent> invoices) {
        this.invoices = List.copyOf(invoices);
    }

    /** Reads a file of CloudEvents, one per line, compressed with gzip. */
    public static Workload read(Path file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return of(lines.lines().toList());
        }
    }

    static Workload of(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Expected events to repeat, but there were none.");
        }
        return new Workload(lines.stream().map(RetailEvent::parse).toList());
    }

    /**
     * The first events of one run.
     *
     * @param run the run's name: part of every event id and member, so that runs do not meet
     * @param count how many
     */
    public List<WorkloadEvent> events(String run, int count) {
        return IntStream.range(0, count).mapToObj(index -> event(run, index)).toList();
    }

    /**
     * Purchases of at least one pound, each by a member of its own: the event's stars are the
     * member's balance.
     */
    public List<WorkloadEvent> firstPurchases(String run, int count) {
        List<RetailEvent> purchases =
                invoices.stream()
                        .filter(invoice -> "purchase".equals(invoice.type()))
                        .filter(invoice -> invoice.amount() >= 1)
                        .toList();
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    String id = run + "-" + index;
                    return new WorkloadEvent(id, id, purchases.get(index % purchases.size()));
                })
                .toList();
    }

    private WorkloadEvent event(String run, int index) {
        RetailEvent invoice = invoices.get(index % invoices.size());
        String prefix = run + index / invoices.size() + "-";
        return new WorkloadEvent(prefix + invoice.id(), prefix + invoice.subject(), invoice);
    }

    /** The body of a batch request. */
    public static byte[] batch(List<WorkloadEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(events.size() * 1_200);
        char separator = '[';
        for (WorkloadEvent event : events) {
            out.write(separator);
            event.writeTo(out);
            separator = ',';
        }
        out.write(']');
        return out.toByteArray();
    }
}
