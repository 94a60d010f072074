package dev.laurel.engine.state;

/**
 * What is kept about a member's wallet that has a start or a floor.
 *
 * @param events how many events that concern the member stand; the start is held while there are
 *     any
 * @param starts how often the start has been given
 * @param start points that the start gave and that were not taken back
 * @param sum all that rules gave and took after limits, before the floor
 */
public record WalletState(long events, int starts, long start, long sum) {

    public static final WalletState NONE = new WalletState(0, 0, 0, 0);

    public WalletState withEvents(long now) {
        return new WalletState(now, starts, start, sum);
    }

    public WalletState withStart(int times, long points) {
        return new WalletState(events, times, points, sum);
    }

    public WalletState withSum(long now) {
        return new WalletState(events, starts, start, now);
    }
}
