package dev.laurel.simulation;

import dev.laurel.engine.Engine;
import dev.laurel.engine.EventMemory;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.traces.EventTraceCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the platform does with events, as plain as can be: states and traces as bytes, effects
 * booked once by their ids. The simulation must come to the same end.
 */
final class Host {

    private final Program program;
    private final Map<String, byte[]> states = new HashMap<>();
    private final Map<String, byte[]> traces = new HashMap<>();
    private final Set<Object> booked = new HashSet<>();
    private final Map<String, Map<String, Long>> balances = new TreeMap<>();
    private final Map<String, Map<String, Integer>> badges = new TreeMap<>();

    Host(Program program) {
        this.program = program;
    }

    void send(Event event) {
        Result own = decide(event, event.subject(), List.of());
        own.otherBeneficiaries().forEach(other -> decide(event, other, own.reversals()));
    }

    private Result decide(Event event, String member, List<Event> reversals) {
        byte[] stored = states.get(member);
        MemberState state = stored == null ? MemberState.EMPTY : MemberStateCodec.decode(stored);
        EventMemory memory =
                key -> {
                    byte[] bytes = traces.get(name(member, key));
                    return bytes == null ? null : EventTraceCodec.decode(bytes);
                };
        Result result = Engine.decide(program, Member.of(member), state, memory, event, reversals);
        states.put(member, MemberStateCodec.encode(result.state()));
        result.traces()
                .forEach(each ->
                        traces.put(
                                name(member, each.event()), EventTraceCodec.encode(each.trace())));
        book(result.decision());
        return result;
    }

    private static String name(String member, EventKey event) {
        return member + "\n" + event.source() + "\n" + event.id();
    }

    private void book(Decision decision) {
        for (PointsEffect effect : decision.points()) {
            if (booked.add(effect.id())) {
                balances.computeIfAbsent(decision.member(), member -> new TreeMap<>())
                        .merge(effect.wallet(), effect.points(), Long::sum);
            }
        }
        for (BadgeEffect effect : decision.badges()) {
            if (booked.add(effect.id())) {
                int change =
                        switch (effect.change()) {
                            case ISSUED -> 1;
                            case REVOKED -> -1;
                        };
                badges.computeIfAbsent(decision.member(), member -> new TreeMap<>())
                        .merge(effect.badge(), change, Integer::sum);
            }
        }
    }

    Set<String> members() {
        return states.keySet();
    }

    long balance(String member, String wallet) {
        return balances.getOrDefault(member, Map.of()).getOrDefault(wallet, 0L);
    }

    Map<String, Integer> badges(String member) {
        Map<String, Integer> held = new TreeMap<>(badges.getOrDefault(member, Map.of()));
        held.values().removeIf(times -> times == 0);
        return held;
    }
}
