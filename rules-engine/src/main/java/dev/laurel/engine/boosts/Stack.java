package dev.laurel.engine.boosts;

import dev.laurel.engine.boosts.Boost.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The boosts that apply to one award, put together: the base times the highest factor of those that
 * do not stack, times one plus the sum of what the adding ones are more than 1, times the product
 * of the multiplying ones; then the highest of the points that do not stack, and all of those that
 * do.
 */
public final class Stack {

    private final String wallet;
    private final List<Step> steps = new ArrayList<>();

    /** What an award comes to with one more boost. */
    private record Step(Boost boost, BigDecimal factor, long points) {}

    /**
     * What an award comes to with one more boost.
     *
     * @param boost the boost
     * @param total the award, with the boosts before it and this one
     */
    public record Total(Boost boost, BigDecimal total) {}

    /**
     * Puts boosts together.
     *
     * @param boosts those that apply, in the program's order
     * @param wallet the award's wallet
     */
    public Stack(List<Boost> boosts, String wallet) {
        this.wallet = wallet;
        List<Boost> multiplying =
                boosts.stream().filter(boost -> boost.factors().containsKey(wallet)).toList();
        List<Boost> adding =
                boosts.stream().filter(boost -> boost.points().containsKey(wallet)).toList();
        multiply(multiplying);
        add(adding);
    }

    private void multiply(List<Boost> boosts) {
        BigDecimal factor = BigDecimal.ONE;
        for (Boost boost : highest(boosts, Comparator.comparing(this::factor))) {
            factor = factor(boost);
            steps.add(new Step(boost, factor, 0));
        }
        BigDecimal alone = factor;
        BigDecimal sum = BigDecimal.ONE;
        for (Boost boost : stacking(boosts, Stacking.ADD)) {
            sum = sum.add(factor(boost)).subtract(BigDecimal.ONE);
            factor = alone.multiply(sum);
            steps.add(new Step(boost, factor, 0));
        }
        for (Boost boost : stacking(boosts, Stacking.MULTIPLY)) {
            factor = factor.multiply(factor(boost));
            steps.add(new Step(boost, factor, 0));
        }
    }

    private void add(List<Boost> boosts) {
        BigDecimal whole = factor();
        long points = 0;
        for (Boost boost : highest(boosts, Comparator.comparingLong(this::points))) {
            points = points(boost);
            steps.add(new Step(boost, whole, points));
        }
        for (Boost boost : stacking(boosts, Stacking.ADD)) {
            points += points(boost);
            steps.add(new Step(boost, whole, points));
        }
    }

    /** Those that do not stack come down to the first of the highest. */
    private static List<Boost> highest(List<Boost> boosts, Comparator<Boost> order) {
        return stacking(boosts, Stacking.HIGHEST).stream()
                .reduce((a, b) -> order.compare(a, b) >= 0 ? a : b)
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Boost> stacking(List<Boost> boosts, Stacking stacking) {
        return boosts.stream().filter(boost -> boost.stacking() == stacking).toList();
    }

    private BigDecimal factor(Boost boost) {
        return Objects.requireNonNull(boost.factors().get(wallet));
    }

    private long points(Boost boost) {
        return Objects.requireNonNull(boost.points().get(wallet));
    }

    /** By what all of them together multiply. */
    public BigDecimal factor() {
        return steps.isEmpty() ? BigDecimal.ONE : steps.getLast().factor();
    }

    /** How many of them have an effect. */
    public int size() {
        return steps.size();
    }

    /** What a base comes to, boost by boost; not rounded. */
    public List<Total> totals(BigDecimal base) {
        return steps.stream()
                .map(step ->
                        new Total(
                                step.boost(),
                                base.multiply(step.factor())
                                        .add(BigDecimal.valueOf(step.points()))))
                .toList();
    }
}
