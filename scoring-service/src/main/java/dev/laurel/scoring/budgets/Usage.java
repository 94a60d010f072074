package dev.laurel.scoring.budgets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the budgets of programs are used. */
public interface Usage {

    /** Budgets of a program that were ever asked for points, by id. */
    Map<String, Fund> of(String program);

    /**
     * Awards that a budget had too little for, newest first.
     *
     * @param before only those before this place, {@code null} for the newest
     */
    List<Shortage> shortages(String program, String budget, @Nullable Place before, int limit);

    /** An award that got too little. */
    record Shortage(Draw draw, Instant recordedAt) {}

    /** A place in the list of shortages. */
    record Place(Instant recordedAt, UUID effect) {}
}
