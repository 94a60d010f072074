package dev.laurel.tiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member was at the beginning of a day, by points alone.
 *
 * @param day the day; its night is done, its points do not count yet
 * @param level the tier's id, {@code null} for none
 * @param falls the day of the fall if too few points are earned by then, {@code null} while there
 *     are enough
 * @param warned the last fall that was told of, {@code null} for none
 */
public record Standing(
        LocalDate day,
        @Nullable String level,
        @Nullable LocalDate falls,
        @Nullable LocalDate warned) {}
