package dev.laurel.engine.boosts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Finds which boosts can apply at once, by their dates and days; hours and conditions may meet. */
public final class Overlaps {

    private Overlaps() {}

    /** The boosts that multiply most together. */
    public static Stack worst(List<Boost> boosts, String wallet) {
        Stack worst = new Stack(List.of(), wallet);
        for (LocalDate date : dates(boosts)) {
            for (DayOfWeek day : DayOfWeek.values()) {
                List<Boost> together =
                        boosts.stream()
                                .filter(boost -> boost.scope().schedule().includes(date, day))
                                .toList();
                Stack stack = new Stack(together, wallet);
                if (stack.factor().compareTo(worst.factor()) > 0) {
                    worst = stack;
                }
            }
        }
        return worst;
    }

    /** Where a window begins, more of them may overlap than before. */
    private static List<LocalDate> dates(List<Boost> boosts) {
        Stream<LocalDate> beginnings =
                boosts.stream()
                        .map(boost -> boost.scope().schedule().first())
                        .flatMap(Stream::ofNullable);
        return Stream.concat(Stream.of(LocalDate.MIN), beginnings).distinct().toList();
    }
}
