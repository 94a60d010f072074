package dev.laurel.engine.expressions;

import dev.cel.common.exceptions.CelNumericOverflowException;

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
}
