package dev.laurel.scoring.ledger;

/**
 * What a member has in a wallet.
 *
 * @param points the balance; negative when more was taken than there was
 * @param earned all points ever given, less those taken back by reversals
 */
public record Balance(long points, long earned) {

    public static final Balance ZERO = new Balance(0, 0);

    /**
     * The balance after a move.
     *
     * @param reversal whether the move undoes an earlier event
     * @throws ArithmeticException when it is too large to be kept
     */
    Balance after(Move move, boolean reversal) {
        boolean counts = move.points() > 0 || reversal;
        return new Balance(
                Math.addExact(points, move.points()),
                counts ? Math.addExact(earned, move.points()) : earned);
    }
}
