package dev.laurel.crm.profiles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a member was told to have.
 *
 * @param tier the tier's id, {@code null} for none
 * @param fallsOn the day on which it is lost if not enough is earned, {@code null} while nothing is
 *     known of that
 * @param fallsTo the tier after that, {@code null} for none
 */
public record TierState(
        @Nullable String tier, @Nullable LocalDate fallsOn, @Nullable String fallsTo) {

    /** The key of the only entry of {@link Part#TIER}. */
    public static final String ONLY = "tier";

    /** Of a member that was told nothing: the lowest tier that takes no points, or none. */
    public static final TierState UNTOLD = new TierState(null, null, null);
}
