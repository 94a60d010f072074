package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.traces.EventTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every mechanic alone and for any of them together. The seed and the mechanics are
 * the name of the test's case, so that a failing one can be run again.
 */
class MechanicsPropertyTest {

    /** Each mechanic alone with some seeds, then all of them, then any of them. */
    static Stream<Arguments> cases() {
        Random random = new Random(20261122);
        List<Arguments> cases = new ArrayList<>();
        for (Mechanic mechanic : Mechanic.values()) {
            random.longs(15).forEach(seed -> cases.add(Arguments.of(seed, EnumSet.of(mechanic))));
        }
        random.longs(60)
                .forEach(seed -> cases.add(Arguments.of(seed, EnumSet.allOf(Mechanic.class))));
        random.longs(60).forEach(seed -> cases.add(Arguments.of(seed, some(new Random(seed)))));
        return cases.stream();
    }

    private static Set<Mechanic> some(Random random) {
        Set<Mechanic> some = EnumSet.of(Mechanic.EARNING);
        Stream.of(Mechanic.values()).filter(each -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private static Set<Mechanic> without(Set<Mechanic> mechanics, Set<Mechanic> others) {
        Set<Mechanic> rest = EnumSet.copyOf(mechanics);
        rest.removeAll(others);
        return rest;
    }

    @ParameterizedTest(name = "seed {0} {1}")
    @MethodSource("cases")
    void dependOnTheSetOfEventsOnly(long seed, Set<Mechanic> mechanics) {
        Program program = Mechanic.program(without(mechanics, Mechanic.BY_ORDER));
        Shopping shopping = new Shopping(new Random(seed));
        List<Event> events = shopping.events(30);
        for (Event event : List.copyOf(events)) {
            if (event.type().equals("purchase")) {
                events.addAll(shopping.someReturns(event));
            }
        }
        Club inOrder = new Club(program);
        inOrder.send(events);

        Club shuffled = new Club(program);
        shuffled.send(shopping.shuffledWithDuplicates(events));

        assertThat(shuffled.summary()).isEqualTo(inOrder.summary());
    }

    @ParameterizedTest(name = "seed {0} {1}")
    @MethodSource("cases")
    void showNoMarkOfWhatWasReturned(long seed, Set<Mechanic> mechanics) {
        Set<Mechanic> takingBack = without(mechanics, Mechanic.BY_ORDER);
        takingBack.remove(Mechanic.TAKING); // asks a fee for a return
        Program program = Mechanic.program(takingBack);
        Random random = new Random(seed);
        Shopping shopping = new Shopping(random);
        List<Event> events = shopping.events(30);
        List<Event> standing = new ArrayList<>();
        for (Event event : List.copyOf(events)) {
            if (event.type().equals("purchase") && random.nextBoolean()) {
                events.addAll(shopping.fullReturn(event));
            } else {
                standing.add(event);
            }
        }
        Club never = new Club(program);
        never.send(standing);

        Club returned = new Club(program);
        returned.send(shopping.shuffledWithDuplicates(events));

        assertThat(returned.summary()).isEqualTo(never.summary());
    }

    @ParameterizedTest(name = "seed {0} {1}")
    @MethodSource("cases")
    void comeToTheSameWithStatesAndTracesStoredInBetween(long seed, Set<Mechanic> mechanics) {
        Program program = Mechanic.program(mechanics);
        Shopping shopping = new Shopping(new Random(seed));
        List<Event> events = shopping.events(20);
        for (Event event : List.copyOf(events)) {
            if (event.type().equals("purchase")) {
                events.addAll(shopping.someReturns(event));
            }
        }
        List<Event> shuffled = shopping.shuffledWithDuplicates(events);

        List<Decision> atOnce = new Fold(program).decide(shuffled);

        Club pieces = new Club(program);
        List<Decision> stored = new ArrayList<>();
        shuffled.forEach(event -> stored.addAll(pieces.sendToAll(event)));
        assertThat(stored).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @EnumSource(names = {"EARNING", "TAKING", "BOOSTS"})
    void leaveTheSameLedgerInAnyOrder(Mechanic mechanic) {
        Program program = Mechanic.program(EnumSet.of(mechanic));
        new Random(20261123)
                .longs(60)
                .forEach(seed -> {
                    Shopping shopping = new Shopping(new Random(seed));
                    List<Event> events = shopping.events(20);
                    for (Event event : List.copyOf(events)) {
                        if (event.type().equals("purchase")) {
                            events.addAll(shopping.fullReturn(event).subList(0, 1));
                        }
                    }

                    Map<UUID, Posting> inOrder = ledger(program, events);
                    Map<UUID, Posting> shuffled =
                            ledger(program, shopping.shuffledWithDuplicates(events));

                    assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
                });
    }

    /** What the ledger and, by the time, the boards go by. */
    private record Posting(String member, String wallet, long points, Instant time) {}

    private static Map<UUID, Posting> ledger(Program program, List<Event> events) {
        Map<UUID, Posting> ledger = new HashMap<>();
        for (Decision decision : new Fold(program).decide(events)) {
            decision.points()
                    .forEach(effect -> {
                        Event by = effect.reversal() == null ? decision.event() : effect.reversal();
                        ledger.putIfAbsent(
                                effect.id(),
                                new Posting(
                                        decision.member(),
                                        effect.wallet(),
                                        effect.points(),
                                        by.time()));
                    });
        }
        return ledger;
    }

    /** All events at once: states and traces are what the engine gave, never bytes. */
    private static final class Fold {

        private final Program program;
        private final Map<String, MemberState> states = new HashMap<>();
        private final Map<String, Map<EventKey, EventTrace>> traces = new HashMap<>();

        Fold(Program program) {
            this.program = program;
        }

        List<Decision> decide(List<Event> events) {
            List<Decision> decisions = new ArrayList<>();
            for (Event event : events) {
                Result own = decide(event, event.subject(), List.of());
                decisions.add(own.decision());
                for (String other : new TreeSet<>(own.otherBeneficiaries())) {
                    decisions.add(decide(event, other, own.reversals()).decision());
                }
            }
            return decisions;
        }

        private Result decide(Event event, String member, List<Event> reversals) {
            Map<EventKey, EventTrace> memory =
                    traces.computeIfAbsent(member, unknown -> new HashMap<>());
            Result result =
                    Engine.decide(
                            program,
                            Member.of(member),
                            states.getOrDefault(member, MemberState.EMPTY),
                            memory::get,
                            event,
                            reversals);
            states.put(member, result.state());
            result.traces().forEach(each -> memory.put(each.event(), each.trace()));
            return result;
        }
    }
}
