package dev.laurel.engine.traces;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.lines.Lines;
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
     * @param version the version of the program that decided it, 0 for one that was never published
     */
    record Counted(
            String type,
            @Nullable LocalDate until,
            LocalDate localDate,
            List<Award> awards,
            List<Contribution> contributions,
            List<Mark> marks,
            Set<String> beneficiaries,
            Original original,
            int version)
            implements EventTrace {

        public Counted {
            awards = List.copyOf(awards);
            contributions = List.copyOf(contributions);
            marks = List.copyOf(marks);
            beneficiaries = Collections.unmodifiableSet(new LinkedHashSet<>(beneficiaries));
        }

        /** The same event with more of it undone. */
        public Counted with(Original after) {
            return new Counted(
                    type,
                    until,
                    localDate,
                    awards,
                    contributions,
                    marks,
                    beneficiaries,
                    after,
                    version);
        }
    }

    /**
     * What reversals of an event go by.
     *
     * @param subject the member that the event is about
     * @param team the team that the beneficiary was in, {@code null} for none
     * @param data those fields of its data that the shares of reversals are reckoned from
     * @param undone how much of it has been undone by shares
     * @param lines its lines with what has been undone of each; none where nothing goes by them
     */
    record Original(
            String subject,
            @Nullable String team,
            Map<String, Object> data,
            Share undone,
            Lines lines) {

        public Original {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }

        /** How much of the event has been undone. */
        public Share all() {
            return undone.plus(lines.undone());
        }

        /** How much has been undone of something of which so much came of each line. */
        public Share all(List<Long> byLine) {
            boolean whole = byLine.isEmpty() || all().isWhole();
            return whole ? all() : undone.plus(lines.undone(byLine));
        }

        /** The same with another share of it undone. */
        public Original undone(Share more) {
            return new Original(subject, team, data, undone.plus(more), lines);
        }

        /** The same with more of its lines undone. */
        public Original with(Lines less) {
            return new Original(subject, team, data, undone, less);
        }
    }

    /**
     * It has not arrived, but reversals of it have, or what activates its points.
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
     * @param byLine what each line of the event would ask for by itself, in millionths, where the
     *     whole is their sum; empty otherwise
     */
    record Award(String rule, String wallet, long asked, List<LimitKey> limits, List<Long> byLine) {

        public Award {
            limits = List.copyOf(limits);
            byLine = List.copyOf(byLine);
        }

        /** Points that were not asked for by line. */
        public Award(String rule, String wallet, long asked, List<LimitKey> limits) {
            this(rule, wallet, asked, limits, List.of());
        }

        /** The same, asked for by line. */
        public Award with(List<Long> lines) {
            return new Award(rule, wallet, asked, limits, lines);
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
     * @param byLine what each line of the event would add by itself, where the whole is put
     *     together from that; empty otherwise
     */
    record Contribution(List<MetricKey> cells, MetricCell amount, List<MetricCell> byLine) {

        public Contribution {
            cells = List.copyOf(cells);
            byLine = List.copyOf(byLine);
        }

        /** What was not added by line. */
        public Contribution(List<MetricKey> cells, MetricCell amount) {
            this(cells, amount, List.of());
        }

        /** The same, added by line. */
        public Contribution with(List<MetricCell> lines) {
            return new Contribution(cells, amount, lines);
        }
    }
}
