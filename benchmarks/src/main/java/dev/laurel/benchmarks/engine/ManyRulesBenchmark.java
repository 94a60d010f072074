package dev.laurel.benchmarks.engine;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One purchase where five rules are on purchases, whatever the number of rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ManyRulesBenchmark {

    private static final int DIFFERENT = 1_024;
    private static final Member MEMBER = Member.of("alice");

    /** How many rules the program has. */
    @Param({"100", "1000", "10000"})
    public int rules;

    private final List<Event> purchases = Purchases.of(MEMBER.id(), DIFFERENT, 2);
    private @Nullable Program program;
    private int next;

    @Setup
    public void compile() {
        program = Programs.withRules(rules);
    }

    @Benchmark
    public Result decide() {
        next = (next + 1) % DIFFERENT;
        return Engine.decide(
                Objects.requireNonNull(program),
                MEMBER,
                MemberState.EMPTY,
                key -> null,
                purchases.get(next));
    }
}
