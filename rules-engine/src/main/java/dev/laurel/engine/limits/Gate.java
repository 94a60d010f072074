package dev.laurel.engine.limits;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.periods.LocalTimes;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.LimitKey;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A limit at the time of one event.
 *
 * @param limit the limit
 * @param key names what has gone through it in the event's period, for the event's object
 * @param time the event's time on the limit's clock
 */
public record Gate(Limit limit, LimitKey key, ZonedDateTime time) {

    private static final int LONGEST_OBJECT = 200;

    /**
     * The gates that an award goes through.
     *
     * @throws ExpressionFailure when what a limit is counted for cannot be told
     */
    public static List<Gate> of(
            String wallet, List<Limit> limits, LocalTimes times, Variables variables)
            throws ExpressionFailure {
        if (limits.isEmpty()) {
            return List.of();
        }
        List<Gate> gates = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            ZonedDateTime time = times.on(limit.clock());
            String object = object(limit, variables);
            gates.add(new Gate(limit, limit.key(wallet, limit.per().indexOf(time), object), time));
        }
        return gates;
    }

    private static String object(Limit limit, Variables variables) throws ExpressionFailure {
        Expression named = limit.object();
        if (named == null) {
            return "";
        }
        Object value = named.value(variables);
        String object = value instanceof String || value instanceof Long ? value.toString() : "";
        if (object.isEmpty() || object.length() > LONGEST_OBJECT) {
            throw named.failure("it was no text of 1 to %d characters".formatted(LONGEST_OBJECT));
        }
        return object;
    }

    /** What it expected and what it saw, for people. */
    String sentence(long given, String so) {
        String what = key.wallet().equals(Places.COUNT) ? "awards" : key.wallet();
        String period = limit.per() == Period.EVER ? "ever" : "per " + limit.per().word();
        String origin = limit.isShared() ? " by " + limit.owner().replace(":", " ") : "";
        String object = key.object().isEmpty() ? "" : " for '%s'".formatted(key.object());
        return "Expected at most %d %s %s%s%s, but %d were given %s, %s."
                .formatted(
                        limit.most(),
                        what,
                        period,
                        object,
                        origin,
                        given,
                        limit.per().phrase(time),
                        so);
    }
}
