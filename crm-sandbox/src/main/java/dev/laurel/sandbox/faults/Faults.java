package dev.laurel.sandbox.faults;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What is to go wrong next: first what was asked for, then by chance. Safe for concurrent use. */
public final class Faults {

    private final Queue<Fault> next = new ArrayDeque<>();
    private Random random = new Random(0);
    private double share;
    private List<Fault> weather = List.of();
    private boolean down;

    /** The next calls fail in these ways, one each. */
    public synchronized void next(Fault... faults) {
        next.addAll(List.of(faults));
    }

    /**
     * From now on calls fail by chance.
     *
     * @param share of all calls, 0 to 1
     * @param ways each as likely as the others
     */
    public synchronized void weather(long seed, double share, List<Fault> ways) {
        this.random = new Random(seed);
        this.share = share;
        this.weather = List.copyOf(ways);
    }

    /** Nothing is done and nothing answered but 503 until this is taken back. */
    public synchronized void down(boolean isDown) {
        this.down = isDown;
    }

    /** What is to become of the call that comes in now, {@code null} for nothing special. */
    public synchronized @Nullable Fault draw() {
        if (down) {
            return new Fault.ServerError(503);
        }
        Fault asked = next.poll();
        if (asked != null) {
            return asked;
        }
        if (weather.isEmpty() || random.nextDouble() >= share) {
            return null;
        }
        return weather.get(random.nextInt(weather.size()));
    }
}
