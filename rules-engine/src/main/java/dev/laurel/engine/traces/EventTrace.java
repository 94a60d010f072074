package dev.laurel.engine.traces;

import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is remembered about an event that a member has had. */
public sealed interface EventTrace {

    /** The event's type, as far as it is known. */
    String type();

    /**
     * It was decided, and nothing of this program can undo it.
     *
     * @param type the event's type
     */
    record Seen(String type) implements EventTrace {}

    /**
     * It was decided, and can be undone.
     *
     * @param type the event's type
     * @param localDate the day that it counted for
     * @param awards points that were asked for, in the order of asking
     * @param contributions what it added to metrics
     * @param marks periods of streaks that it made active
     * @param beneficiaries other members whom it concerned, if this one is its subject
     */
    record Counted(
            String type,
            LocalDate localDate,
            List<Award> awards,
            List<Contribution> contributions,
            List<Mark> marks,
            Set<String> beneficiaries)
            implements EventTrace {

        public Counted {
            awards = List.copyOf(awards);
            contributions = List.copyOf(contributions);
            marks = List.copyOf(marks);
            beneficiaries = Collections.unmodifiableSet(new LinkedHashSet<>(beneficiaries));
        }
    }

    /**
     * It has not arrived, but a reversal of it has.
     *
     * @param type the type that the reversal is for
     * @param by the reversal
     */
    record Awaited(String type, EventKey by) implements EventTrace {}

    /**
     * It has been undone.
     *
     * @param type the event's type
     * @param by the reversal
     */
    record Undone(String type, EventKey by) implements EventTrace {}

    /**
     * Points that a rule asked for.
     *
     * @param rule the rule's id
     * @param wallet the wallet's id
     * @param asked points, negative when the rule takes
     * @param limits limits that it went through, in that order
     */
    record Award(String rule, String wallet, long asked, List<LimitKey> limits) {

        public Award {
            limits = List.copyOf(limits);
        }
    }

    /**
     * One occurrence of activity.
     *
     * @param streak the streak's id
     * @param every the kind of its periods then
     * @param period the number of the period that it fell into
     */
    record Mark(String streak, Period every, long period) {}

    /**
     * What an event added to one metric.
     *
     * @param cells the cells that it went into
     * @param amount what was added to each of them
     */
    record Contribution(List<MetricKey> cells, MetricCell amount) {

        public Contribution {
            cells = List.copyOf(cells);
        }
    }
}
