package dev.laurel.tiers;

import java.time.LocalDate;

/** Something that happens to a member's tier, by places on the {@link Ladder}. */
public sealed interface Step {

    /** The day of it. */
    LocalDate day();

    /** Points reached a higher tier, maybe several at once. */
    record Raised(LocalDate day, int from, int to) implements Step {}

    /** Too few points, and no grace left. */
    record Lowered(LocalDate day, int from, int to) implements Step {}

    /** There will be a fall on a day unless more is earned. */
    record Warned(LocalDate day, int level, LocalDate falls, int to) implements Step {}
}
