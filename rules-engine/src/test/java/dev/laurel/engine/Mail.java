package dev.laurel.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * What is on its way between members, teams and lists. What goes one way keeps its order, as
 * between two partitions; different ways may overtake one another.
 */
final class Mail {

    private final Map<String, Deque<Runnable>> underway = new TreeMap<>();
    private boolean slow;

    /** From now on everything is underway until it is delivered. */
    void lag() {
        slow = true;
    }

    /** Delivers all that is underway, and what comes of it, each way in its order. */
    void deliver(Random random) {
        while (!underway.isEmpty()) {
            List<String> ways = List.copyOf(underway.keySet());
            deliverFirst(ways.get(random.nextInt(ways.size())));
        }
    }

    void send(String way, Runnable delivery) {
        underway.computeIfAbsent(way, w -> new ArrayDeque<>()).add(delivery);
        if (!slow) {
            deliverFirst(way);
        }
    }

    private void deliverFirst(String way) {
        Deque<Runnable> waiting = Objects.requireNonNull(underway.get(way));
        Runnable first = waiting.removeFirst();
        if (waiting.isEmpty()) {
            underway.remove(way);
        }
        first.run();
    }
}
