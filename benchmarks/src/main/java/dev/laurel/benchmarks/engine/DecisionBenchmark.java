package dev.laurel.benchmarks.engine;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One purchase for a member who has made two hundred: ten rules that all award and three challenges
 * that all move on, by the engine, by Java written for it, and the rules alone by Drools.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    private static final int BEFORE = 200;
    private static final int DIFFERENT = 1_024;
    private static final Member MEMBER = Member.of("alice");

    private final Program program = Programs.tenRules();
    private final List<Event> purchases = Purchases.of(MEMBER.id(), DIFFERENT, 2);
    private final DroolsRules drools = new DroolsRules();
    private final MemberState state;
    private final HandWritten.State handWritten;
    private int next;

    public DecisionBenchmark() {
        MemberState engines = MemberState.EMPTY;
        HandWritten.State javas = HandWritten.State.EMPTY;
        for (Event event : Purchases.of(MEMBER.id(), BEFORE, 1)) {
            engines = Engine.decide(program, MEMBER, engines, key -> null, event).state();
            javas = HandWritten.decide(javas, MEMBER.id(), event).state();
        }
        this.state = engines;
        this.handWritten = javas;
    }

    @TearDown(Level.Trial)
    public void close() {
        drools.close();
    }

    private Event purchase() {
        next = (next + 1) % DIFFERENT;
        return purchases.get(next);
    }

    @Benchmark
    public Result engine() {
        return Engine.decide(program, MEMBER, state, key -> null, purchase());
    }

    @Benchmark
    public HandWritten.Outcome handWritten() {
        return HandWritten.decide(handWritten, MEMBER.id(), purchase());
    }

    @Benchmark
    public HandWritten.Outcome handWrittenWithoutIds() {
        return HandWritten.decideWithoutIds(handWritten, purchase());
    }

    @Benchmark
    public List<DroolsRules.Award> droolsRulesOnly() {
        return drools.decide(purchase());
    }
}
