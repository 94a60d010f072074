package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All metric cells of a member: single ones, then series with their names once. */
final class MetricsCodec {

    private MetricsCodec() {}

    static void write(Map<MetricKey, MetricCell> metrics, ByteWriter out) {
        Map<MetricKey, SortedMap<Long, MetricCell>> series = new HashMap<>();
        int indexed = 0;
        for (Map.Entry<MetricKey, MetricCell> each : metrics.entrySet()) {
            MetricKey key = each.getKey();
            if (key.scope().isIndexed()) {
                MetricKey name = new MetricKey(key.metric(), key.scope(), key.challenge(), 0);
                series.computeIfAbsent(name, n -> new TreeMap<>())
                        .put(key.index(), each.getValue());
                indexed++;
            }
        }
        out.unsigned(metrics.size() - indexed);
        metrics.forEach((key, cell) -> {
            if (!key.scope().isIndexed()) {
                MetricCellCodec.writeSeries(key, out);
                MetricCellCodec.write(cell, out);
            }
        });
        out.unsigned(series.size());
        series.forEach((name, cells) -> write(name, cells, out));
    }

    private static void write(MetricKey name, SortedMap<Long, MetricCell> cells, ByteWriter out) {
        MetricCellCodec.writeSeries(name, out);
        out.unsigned(cells.size());
        long last = 0;
        for (Map.Entry<Long, MetricCell> each : cells.entrySet()) {
            out.signed(each.getKey() - last);
            last = each.getKey();
            MetricCellCodec.write(each.getValue(), out);
        }
    }

    static Map<MetricKey, MetricCell> read(ByteReader in) {
        Map<MetricKey, MetricCell> metrics = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            metrics.put(MetricCellCodec.readSeries(in), MetricCellCodec.readCell(in));
        }
        for (int left = in.count(); left > 0; left--) {
            MetricKey name = MetricCellCodec.readSeries(in);
            long index = 0;
            for (int cells = in.count(); cells > 0; cells--) {
                index += in.signed();
                metrics.put(
                        new MetricKey(name.metric(), name.scope(), name.challenge(), index),
                        MetricCellCodec.readCell(in));
            }
        }
        return metrics;
    }
}
