package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.HashMap;
import java.util.Map;

/** Metric cells and their names as parts of binary records. */
public final class MetricCellCodec {

    private static final Scope[] SCOPES = Scope.values();
    private static final int TOTAL = 0;
    private static final int DISTINCT = 1;

    private MetricCellCodec() {}

    public static void write(MetricKey key, ByteWriter out) {
        out.text(key.metric()).unsigned(key.scope().code());
        if (key.scope() != Scope.EVER) {
            out.text(key.challenge());
        }
    }

    public static MetricKey readKey(ByteReader in) {
        String metric = in.text();
        Scope scope = in.oneOf(SCOPES, Scope::code);
        return scope == Scope.EVER
                ? MetricKey.ever(metric)
                : new MetricKey(metric, scope, in.text());
    }

    public static void write(MetricCell cell, ByteWriter out) {
        switch (cell) {
            case MetricCell.Total(long amount) -> out.unsigned(TOTAL).signed(amount);
            case MetricCell.Distinct(Map<String, Integer> counts) -> {
                out.unsigned(DISTINCT).unsigned(counts.size());
                counts.forEach((value, count) -> out.text(value).unsigned(count));
            }
        }
    }

    public static MetricCell readCell(ByteReader in) {
        return switch (in.count()) {
            case TOTAL -> new MetricCell.Total(in.signed());
            case DISTINCT -> new MetricCell.Distinct(readCounts(in));
            default -> throw in.broken("there is no such kind of cell");
        };
    }

    private static Map<String, Integer> readCounts(ByteReader in) {
        int size = in.count();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            counts.put(in.text(), in.count());
        }
        return counts;
    }
}
