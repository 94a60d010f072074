package dev.laurel.simulation;

import dev.laurel.engine.Due;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.silences.Silence;
import dev.laurel.engine.state.SilenceState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells of silent members as a host does, whose clock is the time at which events were recorded.
 * For one thread.
 */
final class Silences {

    private final Program program;
    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Deadline.FIRST);
    private final Map<String, Long> emitted = new TreeMap<>();

    /** When a member is to be looked at. */
    private record Deadline(Instant at, String member) {

        private static final Comparator<Deadline> FIRST =
                Comparator.comparing(Deadline::at).thenComparing(Deadline::member);
    }

    Silences(Program program) {
        this.program = program;
    }

    /** Follows a member about whom something was decided at a time. */
    void follow(String member, Account account, Instant now) {
        for (Map.Entry<String, SilenceState> known : account.state().silences().entrySet()) {
            Silence silence = program.silences().get(known.getKey());
            if (silence != null && !known.getValue().told()) {
                Instant due = silence.due(known.getValue());
                deadlines.add(new Deadline(due.isAfter(now) ? due : now, member));
            }
        }
    }

    /** The next events about somebody who has been silent for long enough, empty for none. */
    List<Event> next(Instant now, Map<String, Account> accounts) {
        while (!deadlines.isEmpty() && !deadlines.peek().at().isAfter(now)) {
            Deadline deadline = deadlines.remove();
            Account account = accounts.get(deadline.member());
            if (account != null) {
                Due due = Engine.due(program, deadline.member(), account.state(), deadline.at());
                account.keep(due.state());
                due.events().forEach(event -> emitted.merge(event.type(), 1L, Long::sum));
                if (!due.events().isEmpty()) {
                    return due.events();
                }
            }
        }
        return List.of();
    }

    /**
     * Whether an event that was recorded is one that the simulation tells by itself, as it knows
     * the member's activity.
     */
    boolean tells(Event event, @Nullable Account account) {
        return event.source().equals(Silence.SOURCE)
                && program.silences().containsKey(event.type())
                && account != null
                && account.state().silences().containsKey(event.type());
    }

    /** How many events of each type were emitted. */
    Map<String, Long> emitted() {
        return new TreeMap<>(emitted);
    }
}
