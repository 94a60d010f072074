package dev.laurel.engine.expressions;

import dev.laurel.engine.expressions.Closure.Unusual;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's functions of a time, in UTC or in a zone that has a name. */
final class Timestamps {

    private static final Map<String, Part> PARTS =
            Map.ofEntries(
                    Map.entry("getFullYear", ZonedDateTime::getYear),
                    Map.entry("getMonth", time -> time.getMonthValue() - 1),
                    Map.entry("getDate", ZonedDateTime::getDayOfMonth),
                    Map.entry("getDayOfMonth", time -> time.getDayOfMonth() - 1),
                    Map.entry("getDayOfWeek", time -> time.getDayOfWeek().getValue() % 7),
                    Map.entry("getDayOfYear", time -> time.getDayOfYear() - 1),
                    Map.entry("getHours", ZonedDateTime::getHour),
                    Map.entry("getMinutes", ZonedDateTime::getMinute),
                    Map.entry("getSeconds", ZonedDateTime::getSecond),
                    Map.entry("getMilliseconds", time -> time.getNano() / 1_000_000));

    private Timestamps() {}

    @FunctionalInterface
    private interface Part {
        int of(ZonedDateTime time);
    }

    /** A function of a time, {@code null} for those that are left to CEL. */
    static Arithmetic.@Nullable Function function(String name) {
        Part part = PARTS.get(name);
        return part == null ? null : time -> (long) part.of(local(time, ZoneOffset.UTC));
    }

    /** A function of a time and a zone, {@code null} for those that are left to CEL. */
    static Arithmetic.@Nullable Operator operator(String name) {
        Part part = PARTS.get(name);
        return part == null ? null : (time, zone) -> (long) part.of(local(time, zone(zone)));
    }

    private static ZonedDateTime local(Object time, ZoneId zone) {
        if (time instanceof Instant instant) {
            return instant.atZone(zone);
        }
        throw new Unusual();
    }

    /** Such as Europe/London; Java and CEL do not write offsets alike. */
    private static ZoneId zone(Object name) {
        if (!(name instanceof String text) || text.indexOf('/') < 0) {
            throw new Unusual();
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException none) {
            throw new Unusual();
        }
    }
}
