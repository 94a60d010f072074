package dev.laurel.engine.expressions;

import dev.cel.common.exceptions.CelNumericOverflowException;
import java.util.List;

/** Distances on a sphere with the earth's mean radius, by the haversine formula. */
final class Geography {

    /** Mean radius of the earth in metres (IUGG, R1). */
    private static final double RADIUS = 6_371_008.8;

    private Geography() {}

    /**
     * The distance between two places in metres.
     *
     * @param lat1 degrees north, -90 to 90
     * @param lon1 degrees east, -180 to 180
     * @throws CelNumericOverflowException when these are no coordinates
     */
    static double distance(double lat1, double lon1, double lat2, double lon2) {
        check(lat1, 90);
        check(lon1, 180);
        check(lat2, 90);
        check(lon2, 180);
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double haversine =
                north * north
                        + Math.cos(Math.toRadians(lat1))
                                * Math.cos(Math.toRadians(lat2))
                                * east
                                * east;
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }

    private static void check(double degrees, int most) {
        if (!(Math.abs(degrees) <= most)) {
            throw new CelNumericOverflowException(
                    "%s is not within %d degrees".formatted(degrees, most));
        }
    }

    /** The distance between two places. */
    static Closure distance(List<Closure> args) {
        Closure lat1 = args.get(0);
        Closure lon1 = args.get(1);
        Closure lat2 = args.get(2);
        Closure lon2 = args.get(3);
        return frame ->
                distance(
                        degrees(lat1.value(frame)),
                        degrees(lon1.value(frame)),
                        degrees(lat2.value(frame)),
                        degrees(lon2.value(frame)));
    }

    /** Whether a place is near another one. */
    static Closure within(List<Closure> args) {
        Closure distance = distance(args);
        Closure metres = args.get(4);
        return frame ->
                (Double) distance.value(frame)
                        <= switch (metres.value(frame)) {
                            case Double number -> number;
                            case Long whole -> (double) whole;
                            default -> throw new Closure.Unusual();
                        };
    }

    private static double degrees(Object value) {
        if (value instanceof Double degrees) {
            return degrees;
        }
        throw new Closure.Unusual();
    }
}
