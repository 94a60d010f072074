package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.silences.Silence;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.SilenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that are to be emitted about a member. The host stores the state and sends the events on
 * together, or neither. Sent twice they are duplicates, as their ids follow from the silences.
 *
 * @param state the member's state after that, the very same instance when nothing is due
 * @param events what to send, to be decided like any other event
 */
public record Due(MemberState state, List<Event> events) {

    public Due {
        events = List.copyOf(events);
    }

    /** An event that would come too late to count is not emitted. */
    static Due of(Program program, String member, MemberState state, Instant now) {
        Draft draft = new Draft(state, state.version());
        EffectIds ids = new EffectIds(program.id(), member);
        List<Event> events = new ArrayList<>();
        for (Silence silence : program.silences().values()) {
            SilenceState known = state.silences().get(silence.type());
            if (known == null || known.told() || silence.due(known).isAfter(now)) {
                continue;
            }
            draft.silence(silence.type(), known.asTold());
            if (!silence.due(known).plus(program.lateness()).isBefore(now)) {
                events.add(silence.event(ids, known, now));
            }
        }
        return new Due(draft.finish(), events);
    }
}
