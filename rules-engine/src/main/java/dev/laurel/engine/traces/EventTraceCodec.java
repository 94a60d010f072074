package dev.laurel.engine.traces;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.state.LimitKeyCodec;
import dev.laurel.engine.state.MetricCellCodec;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Award;
import dev.laurel.engine.traces.EventTrace.Contribution;
import dev.laurel.engine.traces.EventTrace.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Event traces as bytes, for a host's store. Compact, versioned by the first byte. */
public final class EventTraceCodec {

    private static final int VERSION = 1;
    private static final Period[] PERIODS = Period.values();
    private static final int SEEN = 0;
    private static final int COUNTED = 1;
    private static final int AWAITED = 2;
    private static final int UNDONE = 3;

    private EventTraceCodec() {}

    public static byte[] encode(EventTrace trace) {
        ByteWriter out = new ByteWriter(VERSION);
        switch (trace) {
            case EventTrace.Seen(String type) -> out.unsigned(SEEN).text(type);
            case EventTrace.Counted counted -> write(counted, out);
            case EventTrace.Awaited(String type, EventKey by) ->
                    out.unsigned(AWAITED).text(type).text(by.source()).text(by.id());
            case EventTrace.Undone(String type, EventKey by) ->
                    out.unsigned(UNDONE).text(type).text(by.source()).text(by.id());
        }
        return out.toBytes();
    }

    private static void write(EventTrace.Counted counted, ByteWriter out) {
        out.unsigned(COUNTED).text(counted.type()).signed(counted.localDate().toEpochDay());
        out.unsigned(counted.awards().size());
        for (Award award : counted.awards()) {
            out.text(award.rule()).text(award.wallet()).signed(award.asked());
            out.unsigned(award.limits().size());
            award.limits().forEach(key -> LimitKeyCodec.write(key, out));
        }
        out.unsigned(counted.contributions().size());
        for (Contribution contribution : counted.contributions()) {
            out.unsigned(contribution.cells().size());
            contribution.cells().forEach(key -> MetricCellCodec.write(key, out));
            MetricCellCodec.write(contribution.amount(), out);
        }
        out.unsigned(counted.marks().size());
        counted.marks()
                .forEach(m -> out.text(m.streak()).unsigned(m.every().code()).signed(m.period()));
        out.unsigned(counted.beneficiaries().size());
        counted.beneficiaries().forEach(out::text);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static EventTrace decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "an event trace", VERSION);
        EventTrace trace =
                switch (in.count()) {
                    case SEEN -> new EventTrace.Seen(in.text());
                    case COUNTED -> readCounted(in);
                    case AWAITED ->
                            new EventTrace.Awaited(in.text(), new EventKey(in.text(), in.text()));
                    case UNDONE ->
                            new EventTrace.Undone(in.text(), new EventKey(in.text(), in.text()));
                    default -> throw in.broken("there is no such kind of trace");
                };
        in.end();
        return trace;
    }

    private static EventTrace readCounted(ByteReader in) {
        String type = in.text();
        LocalDate date = LocalDate.ofEpochDay(in.signed());
        List<Award> awards = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            awards.add(new Award(in.text(), in.text(), in.signed(), readLimits(in)));
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            contributions.add(new Contribution(readKeys(in), MetricCellCodec.readCell(in)));
        }
        List<Mark> marks = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            marks.add(new Mark(in.text(), in.oneOf(PERIODS, Period::code), in.signed()));
        }
        Set<String> beneficiaries = new LinkedHashSet<>();
        for (int left = in.count(); left > 0; left--) {
            beneficiaries.add(in.text());
        }
        return new EventTrace.Counted(type, date, awards, contributions, marks, beneficiaries);
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
