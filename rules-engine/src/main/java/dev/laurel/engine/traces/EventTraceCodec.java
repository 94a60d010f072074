package dev.laurel.engine.traces;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.bytes.JsonBytes;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.shares.Share;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.LimitKeyCodec;
import dev.laurel.engine.state.MetricCellCodec;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Award;
import dev.laurel.engine.traces.EventTrace.Contribution;
import dev.laurel.engine.traces.EventTrace.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Event traces as bytes, for a host's store. Compact, versioned by the first byte. */
public final class EventTraceCodec {

    private static final int VERSION = 1;
    private static final Period[] PERIODS = Period.values();
    private static final String WHAT = "an event trace";
    private static final long FOR_GOOD = 0;
    private static final int SEEN = 0;
    private static final int COUNTED = 1;
    private static final int AWAITED = 2;
    private static final int UNDONE = 3;

    private EventTraceCodec() {}

    public static byte[] encode(EventTrace trace) {
        ByteWriter out = new ByteWriter(VERSION);
        LocalDate until = trace.until();
        out.unsigned(until == null ? FOR_GOOD : until.toEpochDay());
        switch (trace) {
            case EventTrace.Seen seen -> out.unsigned(SEEN).text(seen.type());
            case EventTrace.Counted counted -> write(counted, out);
            case EventTrace.Awaited awaited -> {
                out.unsigned(AWAITED).text(awaited.type()).unsigned(awaited.reversals().size());
                awaited.reversals().forEach(reversal -> write(reversal, out));
            }
            case EventTrace.Undone undone -> {
                out.unsigned(UNDONE).text(undone.type());
                out.text(undone.by().source()).text(undone.by().id());
            }
        }
        return out.toBytes();
    }

    /**
     * The last day of an encoded trace, see {@link EventTrace#until}, without reading the rest.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static @Nullable LocalDate until(byte[] bytes) {
        return until(new ByteReader(bytes, WHAT, VERSION));
    }

    private static @Nullable LocalDate until(ByteReader in) {
        long day = in.unsigned();
        return day == FOR_GOOD ? null : LocalDate.ofEpochDay(day);
    }

    private static void write(Event event, ByteWriter out) {
        out.text(event.source()).text(event.id()).text(event.type()).text(event.subject());
        write(event.time(), out);
        write(event.recordedTime(), out);
        out.unsigned(event.imported() ? 1 : 0);
        JsonBytes.writeFields(event.data(), out);
    }

    private static void write(Instant time, ByteWriter out) {
        out.signed(time.getEpochSecond()).unsigned(time.getNano());
    }

    private static Event readEvent(ByteReader in) {
        return new Event(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                readInstant(in),
                readInstant(in),
                in.count() == 1,
                JsonBytes.readFields(in));
    }

    private static Instant readInstant(ByteReader in) {
        return Instant.ofEpochSecond(in.signed(), in.count());
    }

    private static void write(EventTrace.Counted counted, ByteWriter out) {
        out.unsigned(COUNTED).text(counted.type()).signed(counted.localDate().toEpochDay());
        out.unsigned(counted.awards().size());
        for (Award award : counted.awards()) {
            out.text(award.rule()).text(award.wallet()).signed(award.asked());
            out.unsigned(award.limits().size());
            award.limits().forEach(key -> LimitKeyCodec.write(key, out));
            out.unsigned(award.byLine().size());
            award.byLine().forEach(out::signed);
        }
        out.unsigned(counted.contributions().size());
        for (Contribution contribution : counted.contributions()) {
            out.unsigned(contribution.cells().size());
            contribution.cells().forEach(key -> MetricCellCodec.write(key, out));
            MetricCellCodec.write(contribution.amount(), out);
            LinesCodec.writeCells(contribution.byLine(), out);
        }
        out.unsigned(counted.marks().size());
        counted.marks()
                .forEach(m -> out.text(m.streak()).unsigned(m.every().code()).signed(m.period()));
        out.unsigned(counted.beneficiaries().size());
        counted.beneficiaries().forEach(out::text);
        out.text(counted.original().subject()).unsigned(counted.original().undone().parts());
        String team = counted.original().team();
        out.unsigned(team == null ? 0 : 1);
        if (team != null) {
            out.text(team);
        }
        JsonBytes.writeFields(counted.original().data(), out);
        LinesCodec.write(counted.original().lines(), out);
        out.unsigned(counted.version());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static EventTrace decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, WHAT, VERSION);
        LocalDate until = until(in);
        EventTrace trace =
                switch (in.count()) {
                    case SEEN -> new EventTrace.Seen(in.text(), until);
                    case COUNTED -> readCounted(in, until);
                    case AWAITED -> new EventTrace.Awaited(in.text(), until, readEvents(in));
                    case UNDONE ->
                            new EventTrace.Undone(
                                    in.text(), until, new EventKey(in.text(), in.text()));
                    default -> throw in.broken("there is no such kind of trace");
                };
        in.end();
        return trace;
    }

    private static List<Event> readEvents(ByteReader in) {
        List<Event> events = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            events.add(readEvent(in));
        }
        return events;
    }

    private static Award readAward(ByteReader in) {
        Award award = new Award(in.text(), in.text(), in.signed(), readLimits(in));
        List<Long> byLine = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            byLine.add(in.signed());
        }
        return award.with(byLine);
    }

    private static Contribution readContribution(ByteReader in) {
        Contribution contribution = new Contribution(readKeys(in), MetricCellCodec.readCell(in));
        return contribution.with(LinesCodec.readCells(contribution.amount(), in));
    }

    private static EventTrace readCounted(ByteReader in, @Nullable LocalDate until) {
        String type = in.text();
        LocalDate date = LocalDate.ofEpochDay(in.signed());
        List<Award> awards = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            awards.add(readAward(in));
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            contributions.add(readContribution(in));
        }
        List<Mark> marks = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            marks.add(new Mark(in.text(), in.oneOf(PERIODS, Period::code), in.signed()));
        }
        Set<String> beneficiaries = new LinkedHashSet<>();
        for (int left = in.count(); left > 0; left--) {
            beneficiaries.add(in.text());
        }
        EventTrace.Original original = readOriginal(in);
        return new EventTrace.Counted(
                type,
                until,
                date,
                awards,
                contributions,
                marks,
                beneficiaries,
                original,
                in.count());
    }

    private static EventTrace.Original readOriginal(ByteReader in) {
        String subject = in.text();
        Share undone = new Share(in.unsigned());
        String team = in.count() == 0 ? null : in.text();
        return new EventTrace.Original(
                subject, team, JsonBytes.readFields(in), undone, LinesCodec.read(in));
    }

    private static List<LimitKey> readLimits(ByteReader in) {
        List<LimitKey> limits = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            limits.add(LimitKeyCodec.read(in));
        }
        return limits;
    }

    private static List<MetricKey> readKeys(ByteReader in) {
        List<MetricKey> keys = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            keys.add(MetricCellCodec.readKey(in));
        }
        return keys;
    }
}
