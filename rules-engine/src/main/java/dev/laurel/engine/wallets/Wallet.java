package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.PointsEffect.Shortfall;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A kind of points.
 *
 * @param id its id
 * @param name what people call it, the id when the program does not say
 * @param start points that every member begins with, 0 for none
 * @param floor what a member has by the rules is never less, {@code null} for no floor
 * @param rounding how rules round fractions, {@code null} where they have to be whole
 * @param validity when its points can be used
 * @param overdraft what becomes of points that are to be taken when a member has too few
 */
public record Wallet(
        String id,
        String name,
        long start,
        @Nullable Long floor,
        @Nullable RoundingMode rounding,
        Validity validity,
        Shortfall overdraft) {}
