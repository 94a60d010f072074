package dev.laurel.sandbox.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a sandbox was asked and did. Safe for concurrent use. */
public final class Statistics {

    private final LongAdder calls = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong busiest = new AtomicLong();
    private final Density density = new Density(System::nanoTime);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    void begins() {
        calls.increment();
        density.add();
        busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
    }

    void ends() {
        busy.decrementAndGet();
    }

    void answered(Reply reply) {
        written.add(reply.written());
        statuses.computeIfAbsent(reply.status(), _ -> new LongAdder()).increment();
    }

    /** Calls that came in, those included that failed. */
    public long calls() {
        return calls.sum();
    }

    /** Records changed by them. */
    public long written() {
        return written.sum();
    }

    /** The most calls that were in the house at once. */
    public long busiest() {
        return busiest.get();
    }

    /** How closely they came one after the other. */
    public Density density() {
        return density;
    }

    /** Answers by status. */
    public Map<Integer, Long> statuses() {
        Map<Integer, Long> sums = new TreeMap<>();
        statuses.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }
}
