package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.state.MetricKey.Scope;

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
            case MetricCell.Distinct(DistinctValues values) -> {
                out.unsigned(DISTINCT).unsigned(values.size());
                values.forEach((value, count) -> out.newText(value).unsigned(count));
            }
        }
    }

    public static MetricCell readCell(ByteReader in) {
        return switch (in.count()) {
            case TOTAL -> new MetricCell.Total(in.signed());
            case DISTINCT -> new MetricCell.Distinct(readValues(in));
            default -> throw in.broken("there is no such kind of cell");
        };
    }

    private static DistinctValues readValues(ByteReader in) {
        int size = in.atMost(in.count());
        String[] values = new String[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.newText();
            counts[i] = in.count();
        }
        return DistinctValues.sorted(values, counts);
    }
}
