package dev.laurel.engine.shares;

/**
 * One more share undone of what may have been undone in part before. Amounts are rounded once, for
 * all shares together: whatever their number and order, together they take the same.
 *
 * @param before what had been undone
 * @param after what has been undone now
 */
public record Loss(Share before, Share after) {

    /** All of something that nothing was undone of. */
    public static final Loss WHOLE = new Loss(Share.NONE, Share.WHOLE);

    /** What goes now of an amount. */
    public long of(long amount) {
        return after.of(amount) - before.of(amount);
    }

    /** Whether nothing is left now, of what there was something left of. */
    public boolean completes() {
        return after.isWhole() && !before.isWhole();
    }
}
