package dev.laurel.engine.wallets;

import dev.laurel.engine.periods.Period;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Until when points can be used. */
public sealed interface Expiry {

    /** The instant at which points can't be used any more that can be used from another on. */
    ZonedDateTime end(ZonedDateTime activates);

    /**
     * Some time after they can be used.
     *
     * @param span how long
     * @param rounding to the end of which period, {@code null} to the instant
     */
    record After(Span span, @Nullable Period rounding) implements Expiry {

        @Override
        public ZonedDateTime end(ZonedDateTime activates) {
            ZonedDateTime end = span.after(activates);
            if (rounding == null) {
                return end;
            }
            LocalDate next = rounding.firstDay(rounding.indexOf(end) + 1);
            return next.atStartOfDay(end.getZone());
        }
    }

    /**
     * Some time after they can be used or the member was active, whichever is later.
     *
     * @param after how long
     * @param types types of events that are activity
     */
    record Inactivity(After after, Set<String> types) implements Expiry {

        public Inactivity {
            types = Set.copyOf(types);
        }

        @Override
        public ZonedDateTime end(ZonedDateTime active) {
            return after.end(active);
        }
    }

    /**
     * At the end of a day.
     *
     * @param day the last day on which they can be used
     */
    record On(LocalDate day) implements Expiry {

        @Override
        public ZonedDateTime end(ZonedDateTime activates) {
            ZonedDateTime end = day.plusDays(1).atStartOfDay(activates.getZone());
            return end.isBefore(activates) ? activates : end;
        }
    }
}
