package dev.laurel.engine.traces;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.lines.Line;
import dev.laurel.engine.lines.Lines;
import dev.laurel.engine.shares.Share;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.MetricCell;
import java.util.ArrayList;
import java.util.List;

/** The lines of an event as bytes. */
final class LinesCodec {

    private LinesCodec() {}

    static void write(Lines lines, ByteWriter out) {
        out.unsigned(lines.all().size());
        for (Line line : lines.all()) {
            out.text(line.id()).unsigned(line.quantity()).unsigned(line.worth());
            out.unsigned(line.undone().parts());
        }
    }

    static Lines read(ByteReader in) {
        List<Line> lines = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            lines.add(new Line(in.text(), in.unsigned(), in.unsigned(), new Share(in.unsigned())));
        }
        return lines.isEmpty() ? Lines.NONE : new Lines(lines);
    }

    /** Values are mostly ids of lines, or the same in many of them. */
    static void writeCells(List<MetricCell> byLine, ByteWriter out) {
        out.unsigned(byLine.size());
        for (MetricCell cell : byLine) {
            if (cell instanceof MetricCell.Distinct(DistinctValues values)) {
                out.unsigned(values.size());
                values.forEach((value, _) -> out.text(value));
            } else if (cell instanceof MetricCell.Total(long amount)) {
                out.signed(amount);
            }
        }
    }

    /** Cells of the same kind as all of them together. */
    static List<MetricCell> readCells(MetricCell together, ByteReader in) {
        List<MetricCell> cells = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            cells.add(
                    together instanceof MetricCell.Distinct
                            ? new MetricCell.Distinct(readValues(in))
                            : new MetricCell.Total(in.signed()));
        }
        return cells;
    }

    private static DistinctValues readValues(ByteReader in) {
        String[] values = new String[in.atMost(in.count())];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.text();
        }
        return DistinctValues.once(values);
    }
}
