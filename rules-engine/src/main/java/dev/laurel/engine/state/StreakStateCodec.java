package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.StreakState.Given;
import dev.laurel.engine.state.StreakState.Paid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Streaks as parts of binary records. Active periods are written run by run: the periods between it
 * and the run before, its length, and counts only where one is above 1.
 */
final class StreakStateCodec {

    private static final Period[] PERIODS = Period.values();
    private static final int ONCE_EACH = 0;
    private static final int COUNTED = 1;

    /** More days than a thousand years have; so that broken bytes do not ask for all memory. */
    private static final int MOST_ALIKE = 400_000;

    private StreakStateCodec() {}

    static void write(StreakState state, ByteWriter out) {
        out.unsigned(state.every().code()).text(state.zone());
        out.unsigned(state.skipped().size());
        state.skipped().forEach(out::signed);
        write(state.active(), out);
        out.unsigned(state.paid().size());
        state.paid()
                .forEach((milestone, paid) -> {
                    out.unsigned(milestone)
                            .unsigned(paid.times() * 2L + (paid.kept() == 0 ? 0 : 1));
                    if (paid.kept() > 0) {
                        out.unsigned(paid.kept());
                    }
                    write(paid.given(), out);
                });
    }

    /** Payments in a row that differ in nothing but their number are written as one. */
    private static void write(List<Given> payments, ByteWriter out) {
        for (int from = 0; from < payments.size(); ) {
            int until = from + 1;
            while (until < payments.size()
                    && payments.get(until).equals(payments.get(until - 1).next())) {
                until++;
            }
            out.unsigned(until - from);
            write(payments.get(from), out);
            from = until;
        }
        out.unsigned(0);
    }

    private static void write(Given given, ByteWriter out) {
        out.unsigned(given.nth()).unsigned(given.points().size());
        given.points().forEach((wallet, points) -> out.text(wallet).signed(points));
        String badge = given.badge();
        out.unsigned(badge == null ? 0 : 1);
        if (badge != null) {
            out.text(badge);
        }
    }

    private static void write(ActivePeriods active, ByteWriter out) {
        long next = 0;
        for (int from = 0; from < active.size(); ) {
            int until = endOfRun(active, from);
            out.unsigned(until - from).signed(active.get(from) - next);
            next = active.get(until - 1) + 1;
            boolean once = true;
            for (int i = from; i < until; i++) {
                once &= active.count(i) == 1;
            }
            out.unsigned(once ? ONCE_EACH : COUNTED);
            for (int i = from; i < until && !once; i++) {
                out.unsigned(active.count(i));
            }
            from = until;
        }
        out.unsigned(0);
    }

    private static int endOfRun(ActivePeriods active, int from) {
        int until = from + 1;
        while (until < active.size() && active.get(until) == active.get(until - 1) + 1) {
            until++;
        }
        return until;
    }

    static StreakState read(ByteReader in) {
        Period every = in.oneOf(PERIODS, Period::code);
        String zone = in.text();
        SortedSet<Long> skipped = new TreeSet<>();
        for (int left = in.count(); left > 0; left--) {
            skipped.add(in.signed());
        }
        ActivePeriods active = readActive(in);
        Map<Integer, Paid> paid = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            int milestone = in.count();
            int times = in.count();
            int kept = times % 2 == 0 ? 0 : in.count();
            List<Given> given = new ArrayList<>();
            for (int alike = in.count(); alike > 0; alike = in.count()) {
                Given next = readGiven(in);
                for (int more = bounded(alike, in); more > 0; more--) {
                    given.add(next);
                    next = next.next();
                }
            }
            paid.put(milestone, new Paid(times / 2, given, kept));
        }
        return new StreakState(every, zone, active, skipped, paid);
    }

    private static int bounded(int alike, ByteReader in) {
        if (alike > MOST_ALIKE) {
            throw in.broken("%d of a kind are announced".formatted(alike));
        }
        return alike;
    }

    private static Given readGiven(ByteReader in) {
        int nth = in.count();
        Map<String, Long> points = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            points.put(in.text(), in.signed());
        }
        return new Given(nth, points, in.count() == 0 ? null : in.text());
    }

    private static ActivePeriods readActive(ByteReader in) {
        long[] periods = new long[8];
        int[] counts = new int[8];
        int size = 0;
        long next = 0;
        for (int run = in.count(); run > 0; run = in.count()) {
            bounded(run, in);
            if (size + run > periods.length) {
                periods = Arrays.copyOf(periods, Math.max(2 * size, size + run));
                counts = Arrays.copyOf(counts, periods.length);
            }
            next += in.signed();
            boolean once = in.count() == ONCE_EACH;
            for (int left = run; left > 0; left--) {
                periods[size] = next++;
                counts[size++] = once ? 1 : in.count();
            }
        }
        return ActivePeriods.sorted(Arrays.copyOf(periods, size), Arrays.copyOf(counts, size));
    }
}
