package dev.laurel.badges.catalogue.web;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.Comparator;
import java.util.List;

/**
 * In which order badges are listed; badges that as many members have are in the program's order.
 */
enum Order {
    PROGRAM,
    MOST_EARNED,
    LEAST_EARNED;

    static Order named(String name) {
        return switch (name) {
            case "program" -> PROGRAM;
            case "most-earned" -> MOST_EARNED;
            case "least-earned" -> LEAST_EARNED;
            default -> {
                String expected = "program, most-earned or least-earned";
                String message = "Expected sort=%s, but it was '%s'.".formatted(expected, name);
                throw new Problem(
                        CommonProblem.INVALID_PARAMETER,
                        message,
                        List.of(new Violation("?sort", message, expected)));
            }
        };
    }

    List<BadgeView> of(List<BadgeView> badges) {
        Comparator<BadgeView> byHolders = Comparator.comparingLong(BadgeView::holders);
        return switch (this) {
            case PROGRAM -> badges;
            case MOST_EARNED -> badges.stream().sorted(byHolders.reversed()).toList();
            case LEAST_EARNED -> badges.stream().sorted(byHolders).toList();
        };
    }
}
