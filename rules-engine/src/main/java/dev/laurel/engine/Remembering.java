package dev.laurel.engine;

import dev.laurel.engine.ProgramIndex.Reactions;
import dev.laurel.engine.challenges.Compaction;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.limits.Places;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.metrics.Moment;
import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.rules.Awarding;
import dev.laurel.engine.shares.Share;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.streaks.Keeping;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is kept of an event, and for how long of those before it. */
final class Remembering {

    private final Program program;
    private final Reactions reactions;
    private final Event event;
    private final Member beneficiary;
    private final Draft draft;

    Remembering(
            Program program, Reactions reactions, Event event, Member beneficiary, Draft draft) {
        this.program = program;
        this.reactions = reactions;
        this.event = event;
        this.beneficiary = beneficiary;
        this.draft = draft;
    }

    /**
     * The event's trace. What it did is only worth keeping where something can undo it or activate
     * what it gave.
     *
     * @param others further beneficiaries
     */
    EventTrace trace(
            Moment moment,
            Awarding awarding,
            List<Contribution> contributions,
            Keeping keeping,
            Set<String> others) {
        Retention retention = program.retention();
        if (reactions.undoneBy().isEmpty() && !reactions.awaited()) {
            LocalDate until =
                    event.imported() ? null : retention.untilForgotten(event.recordedTime());
            return new EventTrace.Seen(event.type(), until);
        }
        LocalDate until =
                event.imported()
                        ? null
                        : retention.untilSettled(event.time(), event.recordedTime());
        ByLine byLine = new ByLine(reactions.lines(), event, this::ofEvent);
        return new EventTrace.Counted(
                event.type(),
                until,
                moment.date(),
                byLine.awards(awarding.traces(), reactions.rules()),
                byLine.contributions(contributions, reactions.meters(), moment),
                keeping.marks(),
                others,
                new EventTrace.Original(
                        event.subject(),
                        moment.team(),
                        dataForReversals(),
                        Share.NONE,
                        byLine.lines()),
                program.revisions().version());
    }

    /** The variables of an event like this one with other data, for the beneficiary. */
    private Variables ofEvent(Event other) {
        ObjectValue view = reactions.schema().value(other);
        return program.index().variables().ofEvent(view, beneficiary, event.time());
    }

    private Map<String, Object> dataForReversals() {
        Map<String, Object> data = new LinkedHashMap<>();
        reactions.undoneBy().forEach(r -> data.putAll(r.dataOfOriginal(event.data())));
        return data;
    }

    /** The subject was there. No event is later than when it is heard of. */
    void endSilences() {
        boolean ahead = event.time().isAfter(event.recordedTime());
        Instant time = ahead ? event.recordedTime() : event.time();
        reactions.silences().forEach(type -> draft.active(type, time));
    }

    /**
     * Lets go of what nothing can change any more. Events that are not imported are what the
     * state's limits in time go by.
     *
     * @param changedMetrics metrics that the event moved
     */
    void forget(Set<String> changedMetrics) {
        if (event.imported()) {
            return;
        }
        draft.liveOn(Retention.utc(event.time()));
        Predicate<LocalDate> closed =
                day -> program.retention().isClosed(day, event.recordedTime());
        draft.dropLimits(Places::days, closed);
        LocalDate since = draft.liveSince();
        if (since != null && draft.measuredMore()) {
            Compaction compaction = new Compaction(draft, program.index().metrics(), closed, since);
            program.index().challengesOver(changedMetrics).forEach(compaction::compact);
            program.index().toldMetrics().compact(draft, changedMetrics, closed, since);
        }
    }
}
