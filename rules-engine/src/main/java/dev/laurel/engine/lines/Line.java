package dev.laurel.engine.lines;

import dev.laurel.engine.shares.Share;

/**
 * One line of an event: all that it has under one id.
 *
 * @param id what returns call it; empty for all that have no id, which cannot be returned
 * @param quantity how much of it there is, in millionths, above 0
 * @param worth what it counts for among the lines, in millionths, at least 0
 * @param undone how much of it has been returned
 */
public record Line(String id, long quantity, long worth, Share undone) {

    /** The same with more of it returned. */
    Line less(Share more) {
        return new Line(id, quantity, worth, undone.plus(more));
    }

    /** What share of it a return is. */
    Share share(LineReturn returned) {
        return switch (returned) {
            case LineReturn.All _ -> Share.WHOLE;
            case LineReturn.Quantity(String _, long much) -> Share.of((double) much / quantity);
            case LineReturn.Amount(String _, long much) ->
                    worth == 0 ? Share.WHOLE : Share.of((double) much / worth);
        };
    }
}
