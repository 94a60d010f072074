package dev.laurel.engine.tiers;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a program. Rules know a member's tier; the ledger decides about it.
 *
 * @param measure what counts
 * @param levels from low to high
 * @param oneLevel whether a fall is one level deep
 * @param grace how long a member with too few points keeps the tier
 */
public record Tiers(Measure measure, List<Level> levels, boolean oneLevel, Period grace) {

    /** Of a program without tiers. */
    public static final Tiers NONE =
            new Tiers(new Measure.Wallet(""), List.of(), false, Period.ZERO);

    public Tiers {
        levels = List.copyOf(levels);
    }

    /** What takes members up. */
    public sealed interface Measure {

        /** Points of a wallet. */
        record Wallet(String id) implements Measure {}

        /** What a metric measures on each day. */
        record Metric(String id) implements Measure {}
    }

    /**
     * A tier.
     *
     * @param id its id
     * @param name what people call it, the id when the program does not say
     * @param at how many points it takes, or how much of the metric
     * @param award points by wallet for who reaches it
     */
    public record Level(String id, String name, long at, Map<String, Long> award) {

        public Level {
            award = Map.copyOf(award);
        }
    }

    /** The tier of a member of whom none is known: that which takes no points, if there is one. */
    public String lowest() {
        return levels.isEmpty() || levels.getFirst().at() > 0 ? "" : levels.getFirst().id();
    }

    /** The tier as expressions see it; one that is no more counts as the lowest. */
    public String of(@Nullable String tier) {
        return tier != null && levels.stream().anyMatch(level -> level.id().equals(tier))
                ? tier
                : lowest();
    }
}
