package dev.laurel.engine.boosts;

import dev.laurel.engine.scopes.Scope;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Multiplies or adds to what rules give while it is in force.
 *
 * @param id its id
 * @param scope when and for whom it is
 * @param factors by what it multiplies, per wallet
 * @param points what it adds, per wallet
 * @param stacking how it goes together with other boosts
 */
public record Boost(
        String id,
        Scope scope,
        Map<String, BigDecimal> factors,
        Map<String, Long> points,
        Stacking stacking) {

    /** How boosts on one award go together. */
    public enum Stacking {
        /** Of those that say so, the highest counts and the others do not. */
        HIGHEST,
        /** What they are more than 1 is summed: 2.0 and 1.5 make 2.5. */
        ADD,
        /** They are multiplied: 2.0 and 1.5 make 3.0. */
        MULTIPLY
    }

    public Boost {
        factors = Map.copyOf(factors);
        points = Map.copyOf(points);
    }

    /** Whether it changes what is given in a wallet. */
    public boolean concerns(String wallet) {
        return factors.containsKey(wallet) || points.containsKey(wallet);
    }
}
