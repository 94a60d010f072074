package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.state.MetricKey.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Metric cells and their names as parts of binary records. */
public final class MetricCellCodec {

    private static final Scope[] SCOPES = Scope.values();
    private static final int TOTAL = 0;
    private static final int DISTINCT = 1;
    private static final int LOWEST = 2;
    private static final int HIGHEST = 3;
    private static final int LATEST = 4;

    private MetricCellCodec() {}

    public static void write(MetricKey key, ByteWriter out) {
        writeSeries(key, out);
        if (key.scope().isIndexed()) {
            out.signed(key.index());
        }
    }

    /** The name but for the index. */
    static void writeSeries(MetricKey key, ByteWriter out) {
        out.text(key.metric()).unsigned(key.scope().code());
        if (key.scope() != Scope.EVER) {
            out.text(key.challenge());
        }
    }

    public static MetricKey readKey(ByteReader in) {
        MetricKey key = readSeries(in);
        return key.scope().isIndexed()
                ? new MetricKey(key.metric(), key.scope(), key.challenge(), in.signed())
                : key;
    }

    static MetricKey readSeries(ByteReader in) {
        String metric = in.text();
        Scope scope = in.oneOf(SCOPES, Scope::code);
        return new MetricKey(metric, scope, scope == Scope.EVER ? "" : in.text(), 0);
    }

    public static void write(MetricCell cell, ByteWriter out) {
        switch (cell) {
            case MetricCell.Total(long amount) -> out.unsigned(TOTAL).signed(amount);
            case MetricCell.Distinct(DistinctValues values) -> {
                out.unsigned(DISTINCT);
                DistinctValuesCodec.write(values, out);
            }
            case Extreme(boolean highest, int most, List<Extreme.Held> held) -> {
                out.unsigned(highest ? HIGHEST : LOWEST).unsigned(most).unsigned(held.size());
                held.forEach(each -> out.signed(each.value()).unsigned(each.count()));
            }
            case Latest(int most, List<Latest.Mark> marks) -> {
                out.unsigned(LATEST).unsigned(most).unsigned(marks.size());
                marks.forEach(mark -> write(mark, out));
            }
        }
    }

    private static void write(Latest.Mark mark, ByteWriter out) {
        Instant time = mark.time();
        out.signed(time.getEpochSecond()).unsigned(time.getNano());
        out.text(mark.event()).signed(mark.value());
    }

    public static MetricCell readCell(ByteReader in) {
        return switch (in.count()) {
            case TOTAL -> new MetricCell.Total(in.signed());
            case DISTINCT -> new MetricCell.Distinct(DistinctValuesCodec.read(in));
            case LOWEST -> readExtreme(in, false);
            case HIGHEST -> readExtreme(in, true);
            case LATEST -> readLatest(in);
            default -> throw in.broken("there is no such kind of cell");
        };
    }

    private static Extreme readExtreme(ByteReader in, boolean highest) {
        int most = in.count();
        List<Extreme.Held> held = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            held.add(new Extreme.Held(in.signed(), in.count()));
        }
        return new Extreme(highest, most, held);
    }

    private static Latest readLatest(ByteReader in) {
        int most = in.count();
        List<Latest.Mark> marks = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            Instant time = Instant.ofEpochSecond(in.signed(), in.count());
            marks.add(new Latest.Mark(time, in.text(), in.signed()));
        }
        return new Latest(most, marks);
    }
}
