package dev.laurel.engine.wallets;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A kind of points. Its balance may go below zero ({@code overdraft: allow}) unless it has a floor.
 *
 * @param id its id
 * @param name what people call it, the id when the program does not say
 * @param start points that every member begins with, 0 for none
 * @param floor what a member has by the rules is never less, {@code null} for no floor
 * @param rounding how rules round fractions, {@code null} where they have to be whole
 */
public record Wallet(
        String id,
        String name,
        long start,
        @Nullable Long floor,
        @Nullable RoundingMode rounding) {}
