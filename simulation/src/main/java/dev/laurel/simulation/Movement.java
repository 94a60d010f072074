package dev.laurel.simulation;

/**
 * Points that moved in one wallet.
 *
 * @param given points that members got
 * @param taken points that were taken or taken back, not negative
 */
public record Movement(long given, long taken) {

    static final Movement NONE = new Movement(0, 0);

    /** What members have more, negative when they have less. */
    public long net() {
        return given - taken;
    }

    Movement plus(Movement more) {
        return new Movement(Math.addExact(given, more.given), Math.addExact(taken, more.taken));
    }

    Movement plus(long points) {
        return points < 0
                ? new Movement(given, Math.subtractExact(taken, points))
                : new Movement(Math.addExact(given, points), taken);
    }
}
