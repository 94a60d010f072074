package dev.laurel.engine.lines;

import dev.laurel.engine.shares.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of an event. What goes of the event is what goes of its lines, each by what it is
 * worth; where something came of each line by itself, by that.
 *
 * @param all the lines, each id once
 */
public record Lines(List<Line> all) {

    public static final Lines NONE = new Lines(List.of());

    public Lines {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether nothing is left of a line. */
    public boolean isUndone(int line) {
        return all.get(line).undone().isWhole();
    }

    /** How much of the event has been returned with its lines. */
    public Share undone() {
        return undone(all.stream().map(Line::worth).toList());
    }

    /**
     * How much has gone of something that came of the lines.
     *
     * @param weights how much of it came of each, none of them on the other side of 0 than others;
     *     each line counts the same where all are 0
     */
    public Share undone(List<Long> weights) {
        if (all.isEmpty()) {
            return Share.NONE;
        }
        if (all.stream().allMatch(line -> line.undone().isWhole())) {
            return Share.WHOLE;
        }
        boolean alike = weights.stream().allMatch(weight -> weight == 0);
        BigInteger whole = BigInteger.ZERO;
        BigInteger undone = BigInteger.ZERO;
        for (int i = 0; i < all.size(); i++) {
            Share share = all.get(i).undone();
            BigInteger weight = BigInteger.valueOf(alike ? 1 : Math.abs(weights.get(i)));
            whole = whole.add(weight);
            undone = undone.add(weight.multiply(BigInteger.valueOf(share.exactParts())));
        }
        return new Share(undone.divide(whole).longValueExact());
    }

    /**
     * These with more returned of some.
     *
     * @param notes takes a sentence for each that cannot be
     */
    public Lines less(List<LineReturn> returns, Consumer<String> notes) {
        List<Line> rest = new ArrayList<>(all);
        for (LineReturn each : returns) {
            int found = find(each.id());
            if (found < 0) {
                notes.accept(
                        "Expected a line that was bought, but '%s' was not.".formatted(each.id()));
            } else if (rest.get(found).undone().isWhole()) {
                notes.accept(
                        "Expected a line that is left, but '%s' has been returned before."
                                .formatted(each.id()));
            } else {
                rest.set(found, rest.get(found).less(rest.get(found).share(each)));
            }
        }
        return new Lines(rest);
    }

    private int find(String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
