package dev.laurel.engine.traces;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.shares.Share;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is remembered about an event that a member has had. */
public sealed interface EventTrace {

    /** The event's type, as far as it is known. */
    String type();

    /**
     * The last day, in UTC, on which the trace may be asked for by an event that is recorded then;
     * {@code null} when it has to be kept for good.
     */
    @Nullable LocalDate until();

    /**
     * It was decided, and nothing of this program can undo it.
     *
     * @param type the event's type
     */
    record Seen(String type, @Nullable LocalDate until) implements EventTrace {}

    /**
     * It was decided, and can be undone.
     *
     * @param type the event's type
     * @param localDate the day that it counted for
     * @param awards points that were asked for, in the order of asking
     * @param contributions what it added to metrics
     * @param marks periods of streaks that it made active
     * @param beneficiaries other members whom it concerned, if this one is its subject
     * @param original what reversals go by
     */
    record Counted(
            String type,
            @Nullable LocalDate until,
            LocalDate localDate,
            List<Award> awards,
            List<Contribution> contributions,
            List<Mark> marks,
            Set<String> beneficiaries,
            Original original)
            implements EventTrace {

        public Counted {
            awards = List.copyOf(awards);
            contributions = List.copyOf(contributions);
            marks = List.copyOf(marks);
            beneficiaries = Collections.unmodifiableSet(new LinkedHashSet<>(beneficiaries));
        }

        /** The same event with that much of it undone. */
        public Counted undone(Share share) {
            return new Counted(
                    type,
                    until,
                    localDate,
                    awards,
                    contributions,
                    marks,
                    beneficiaries,
                    new Original(original.subject, original.data, share));
        }
    }

    /**
     * What reversals of an event go by.
     *
     * @param subject the member that the event is about
     * @param data those fields of its data that the shares of reversals are reckoned from
     * @param undone how much of it has been undone
     */
    record Original(String subject, Map<String, Object> data, Share undone) {

        public Original {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }

    /**
     * It has not arrived, but reversals of it have.
     *
     * @param type the type that the reversals are for
     * @param reversals the reversals, with as much of their data as is needed
     */
    record Awaited(String type, @Nullable LocalDate until, List<Event> reversals)
            implements EventTrace {

        public Awaited {
            reversals = List.copyOf(reversals);
        }
    }

    /**
     * It has been undone wholly.
     *
     * @param type the event's type
     * @param by the reversal that undid the last of it
     */
    record Undone(String type, @Nullable LocalDate until, EventKey by) implements EventTrace {}

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
