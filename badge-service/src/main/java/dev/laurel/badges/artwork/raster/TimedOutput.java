package dev.laurel.badges.artwork.raster;

import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.renderer.output.impl.Graphics2DOutput;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Draws until the time is up. A step that was begun ends; {@link Affordable} keeps those short. */
final class TimedOutput extends Graphics2DOutput {

    private static final int MAX_DASHES = 20_000;

    /** How many points each kind of segment has, by the constants of {@link PathIterator}. */
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    private final LongSupplier nanos;
    private final long end;

    /**
     * @param end in the time of {@code nanos}
     */
    TimedOutput(Graphics2D graphics, LongSupplier nanos, long end) {
        super(graphics);
        this.nanos = nanos;
        this.end = end;
    }

    @Override
    public Output createChild() {
        requireTime();
        return new TimedOutput((Graphics2D) graphics().create(), nanos, end);
    }

    @Override
    public void fillShape(Shape shape) {
        requireTime();
        super.fillShape(shape);
    }

    @Override
    public void drawShape(Shape shape) {
        requireTime();
        if (stroke() instanceof BasicStroke dashed && hasTooManyDashes(dashed, shape)) {
            setStroke(solid(dashed));
        }
        super.drawShape(shape);
    }

    /** Masks and clips are drawn by their supplier. */
    @Override
    public void setPaint(Supplier<Paint> paint) {
        requireTime();
        super.setPaint(paint);
    }

    /**
     * Never, so that a stroke under a mask is not made a shape of its own first: that takes time
     * with the square of its length.
     */
    @Override
    public boolean hasMaskedPaint() {
        return false;
    }

    /** Of one line there could be billions, which is one step. */
    private static boolean hasTooManyDashes(BasicStroke stroke, Shape shape) {
        float[] dashes = stroke.getDashArray();
        if (dashes == null) {
            return false;
        }
        double period = 0;
        for (float dash : dashes) {
            period += dash;
        }
        return !(length(shape) / period * dashes.length <= MAX_DASHES);
    }

    /** At least the length of a line: that of the way over its control points. */
    private static double length(Shape shape) {
        double length = 0;
        double x = 0;
        double y = 0;
        double[] points = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int count = POINTS[path.currentSegment(points)];
            for (int i = 0; i < 2 * count; i += 2) {
                length += Math.hypot(points[i] - x, points[i + 1] - y);
                x = points[i];
                y = points[i + 1];
            }
        }
        return length;
    }

    private static BasicStroke solid(BasicStroke dashed) {
        return new BasicStroke(
                dashed.getLineWidth(),
                dashed.getEndCap(),
                dashed.getLineJoin(),
                dashed.getMiterLimit());
    }

    private void requireTime() {
        if (nanos.getAsLong() - end >= 0) {
            throw new IllegalStateException(
                    "Expected a picture that is drawn in time, but it is not.");
        }
    }
}
