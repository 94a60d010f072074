package dev.laurel.engine.state;

import java.util.Set;

/**
 * Where a member stands with a badge that they have held at least once.
 *
 * @param grounds what the member holds it for, such as {@code badge:regular} for the badge's own
 *     condition or {@code challenge:explorer}; held as long as there is one
 * @param times how often it has been issued
 */
public record BadgeState(Set<String> grounds, int times) {

    public static final BadgeState NEVER = new BadgeState(Set.of(), 0);

    public BadgeState {
        grounds = Set.copyOf(grounds);
    }

    public boolean held() {
        return !grounds.isEmpty();
    }
}
