package dev.laurel.engine;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.revisions.Revisions;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTraceCodec;
import dev.laurel.engine.winners.PlaceNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A host in memory, as plain as can be: keeps states and traces as bytes, calls the engine for each
 * beneficiary, and books effects once by their ids.
 */
final class Club {

    private Program program;
    private final Map<String, Member> registry = new HashMap<>();
    private final Map<String, byte[]> states = new HashMap<>();
    private final Map<String, Map<EventKey, byte[]>> traces = new HashMap<>();
    private final Mail mail = new Mail();
    private final TeamRooms teams = new TeamRooms(this::told, mail);
    private final WinnerLists winners = new WinnerLists(this::told, mail);
    private final Set<Object> booked = new HashSet<>();
    private final List<Decision> told = new ArrayList<>();
    private final Map<String, Map<String, Long>> balances = new TreeMap<>();
    private final Map<String, Map<String, Integer>> badges = new TreeMap<>();

    Club(Program program) {
        this.program = program;
    }

    /** From now on the registry says this of a member. */
    void register(Member member) {
        registry.put(member.id(), member);
    }

    /** From now on this program is in force. */
    void publish(String yaml) {
        publish(yaml, Map.of());
    }

    /** From now on this program is in force, the next version of what was. */
    void publish(String yaml, Map<Cause, Choice> choices) {
        Revisions before = program.revisions();
        program = Programs.program(yaml).revised(before.next(before.version() + 1, choices));
    }

    /** From now on the next version is in force, which says the same but for these choices. */
    void publish(Map<Cause, Choice> choices) {
        Revisions before = program.revisions();
        program = program.revised(before.next(before.version() + 1, choices));
    }

    /** Sends an event the whole way; gives the decision for its subject. */
    Decision send(Event event) {
        return sendToAll(event).getFirst();
    }

    /** Sends an event the whole way; gives all decisions, that for its subject first. */
    List<Decision> sendToAll(Event event) {
        List<Decision> decisions = new ArrayList<>();
        Result own = decide(event, event.subject());
        decisions.add(own.decision());
        for (String other : new TreeSet<>(own.otherBeneficiaries())) {
            decisions.add(decide(event, other, own.reversals()).decision());
        }
        return decisions;
    }

    void send(Collection<Event> events) {
        events.forEach(this::send);
    }

    /** Decides for one beneficiary only, as one partition of many does. */
    Result decide(Event event, String beneficiary) {
        return decide(event, beneficiary, List.of());
    }

    /** Decides for one beneficiary who may not have heard of these reversals. */
    Result decide(Event event, String beneficiary, List<Event> reversals) {
        Map<EventKey, byte[]> memory =
                traces.computeIfAbsent(beneficiary, member -> new HashMap<>());
        EventMemory stored =
                key -> {
                    byte[] bytes = memory.get(key);
                    return bytes == null ? null : EventTraceCodec.decode(bytes);
                };
        Result result =
                Engine.decide(
                        program,
                        registry.getOrDefault(beneficiary, Member.of(beneficiary)),
                        state(beneficiary),
                        stored,
                        event,
                        reversals);
        states.put(beneficiary, MemberStateCodec.encode(result.state()));
        result.traces()
                .forEach(each -> memory.put(each.event(), EventTraceCodec.encode(each.trace())));
        book(result.decision());
        teams.hear(program, result.contributions());
        winners.hear(program.id(), result.claims());
        return result;
    }

    /** Stores what is told of a member's silences and gives the events, without sending them. */
    List<Event> announce(String member, Instant now) {
        Due due = Engine.due(program, member, state(member), now);
        states.put(member, MemberStateCodec.encode(due.state()));
        return due.events();
    }

    private void told(TeamNews news) {
        Result result = Engine.settle(program, state(news.member()), news);
        states.put(news.member(), MemberStateCodec.encode(result.state()));
        book(result.decision());
        told.add(result.decision());
    }

    private void told(PlaceNews news) {
        Result result = Engine.settle(program, state(news.member()), news);
        states.put(news.member(), MemberStateCodec.encode(result.state()));
        book(result.decision());
        told.add(result.decision());
    }

    /** What is on its way to teams, to lists and back. */
    Mail mail() {
        return mail;
    }

    /** Who was first. */
    WinnerLists winners() {
        return winners;
    }

    /** Where what members do for teams goes. */
    TeamRooms teams() {
        return teams;
    }

    /** What members were told of their teams and places, in this order. */
    List<Decision> told() {
        return told;
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
                Map<String, Integer> held =
                        badges.computeIfAbsent(decision.member(), member -> new TreeMap<>());
                switch (effect.change()) {
                    case ISSUED -> held.merge(effect.badge(), 1, Integer::sum);
                    case REVOKED ->
                            held.computeIfPresent(
                                    effect.badge(), (badge, n) -> n == 1 ? null : n - 1);
                }
            }
        }
    }

    MemberState state(String member) {
        byte[] bytes = states.get(member);
        return bytes == null ? MemberState.EMPTY : MemberStateCodec.decode(bytes);
    }

    EventTrace trace(String member, EventKey event) {
        byte[] bytes = traces.getOrDefault(member, Map.of()).get(event);
        return EventTraceCodec.decode(Objects.requireNonNull(bytes));
    }

    long balance(String member, String wallet) {
        return balances.getOrDefault(member, Map.of()).getOrDefault(wallet, 0L);
    }

    Set<String> badges(String member) {
        return held(member).keySet();
    }

    /** Badges with how many of each. */
    Map<String, Integer> held(String member) {
        return badges.getOrDefault(member, Map.of());
    }

    /** All that people see in the end: balances but for zeros, badges, metrics. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new TreeMap<>();
        balances.forEach((member, wallets) -> {
            Map<String, Long> moved = new TreeMap<>(wallets);
            moved.values().removeIf(points -> points == 0);
            if (!moved.isEmpty()) {
                summary.put(member + " points", moved);
            }
        });
        badges.forEach((member, held) -> {
            if (!held.isEmpty()) {
                summary.put(member + " badges", held);
            }
        });
        summary.putAll(teams.summary());
        for (String member : states.keySet()) {
            MemberState state = state(member);
            summary.put(member + " metrics", new HashMap<>(state.metrics()));
            summary.put(member + " limits", new HashMap<>(state.limits()));
            Map<String, List<Long>> wallets = new HashMap<>();
            state.wallets()
                    .forEach((wallet, kept) -> {
                        List<Long> now = List.of(kept.events(), kept.start(), kept.sum());
                        if (!now.equals(List.of(0L, 0L, 0L))) {
                            wallets.put(wallet, now);
                        }
                    });
            summary.put(member + " wallets", wallets);
            Map<String, Object> active = new HashMap<>();
            state.streaks()
                    .forEach((id, streak) -> {
                        if (streak.active().size() > 0) {
                            active.put(id, streak.active());
                        }
                    });
            summary.put(member + " streaks", active);
        }
        summary.values().removeIf(value -> value.equals(Map.of()));
        return summary;
    }
}
