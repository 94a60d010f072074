package dev.laurel.engine.challenges;

import java.util.Arrays;

/** How often the measures of its steps complete a challenge. */
public final class Completions {

    private static final long MOST = 1_000_000;
    private static final double MILLION = 1_000_000;

    private Completions() {}

    /** How often, given the measure of each step. */
    public static int of(Challenge challenge, double[] values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = times(challenge, values[i], challenge.steps().get(i).target());
        }
        Arrays.sort(times);
        return (int) times[times.length - challenge.enough()];
    }

    /** In millionths, as metrics are, so that three times 0.1 are in 0.3. */
    private static long times(Challenge challenge, double value, double target) {
        if (challenge.repeat() != Repeat.UNLIMITED || value < target) {
            return value >= target ? 1 : 0;
        }
        long whole = Math.round(value * MILLION);
        long part = Math.max(1, Math.round(target * MILLION));
        return Math.clamp(whole / part, 1, MOST);
    }
}
