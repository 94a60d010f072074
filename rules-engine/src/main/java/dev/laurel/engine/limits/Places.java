package dev.laurel.engine.limits;

import dev.laurel.engine.periods.Days;
import dev.laurel.engine.periods.LocalTimes;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.LimitCell;
import dev.laurel.engine.state.LimitKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places that rules have for awards of one member: so many in a period, and no two within a
 * cooldown.
 *
 * <p>Awards with a cooldown are kept as cells by slots of time as long as the cooldown, in each of
 * which there is one at most. So two neighbours are all that has to be looked at.
 */
public final class Places {

    /** What stands in the place of a wallet where awards are counted. */
    public static final String COUNT = "count";

    private static final String COOLDOWN = "cooldown ";

    private final Draft draft;

    public Places(Draft draft) {
        this.draft = draft;
    }

    /** Names the slot of an award with a cooldown. */
    public static LimitKey slot(String rule, Duration cooldown, LocalTimes times) {
        long slot = Math.floorDiv(times.time().toEpochMilli(), cooldown.toMillis());
        return new LimitKey(rule, COOLDOWN + cooldown, Period.EVER, slot, true, "");
    }

    /** Whether a trace's wallet stands for a cooldown. */
    public static boolean isCooldown(String wallet) {
        return wallet.startsWith(COOLDOWN);
    }

    /** The days within which a slot and its neighbours lie, {@code null} for what is none. */
    public static @Nullable Days days(LimitKey key) {
        if (!isCooldown(key.wallet())) {
            return null;
        }
        long length = Duration.parse(key.wallet().substring(COOLDOWN.length())).toMillis();
        return new Days(utc((key.index() - 1) * length), utc((key.index() + 2) * length));
    }

    private static LocalDate utc(long millis) {
        return Retention.utc(Instant.ofEpochMilli(millis));
    }

    /** Why a cooldown refuses an award, {@code null} when it does not. */
    public @Nullable String tooSoon(LimitKey slot, Duration cooldown, LocalTimes times) {
        long length = cooldown.toMillis();
        long now = Math.floorMod(times.time().toEpochMilli(), length);
        for (long shift = -1; shift <= 1; shift++) {
            LimitCell other = draft.limit(slot.at(slot.index() + shift));
            long apart = shift * length + other.asked() - 1 - now;
            if (!other.equals(LimitCell.NONE) && Math.abs(apart) < length) {
                return "Expected %s between two awards, but there is one at %s."
                        .formatted(cooldown, times.time().plusMillis(apart));
            }
        }
        return null;
    }

    /** Takes the slot of an award. */
    public void take(LimitKey slot, Duration cooldown, LocalTimes times) {
        long at = Math.floorMod(times.time().toEpochMilli(), cooldown.toMillis()) + 1;
        draft.limit(slot, new LimitCell(at, at));
    }

    /** Gives the slot of an award back that is undone. */
    public void giveBack(List<LimitKey> slots) {
        slots.forEach(slot -> draft.limit(slot, LimitCell.NONE));
    }
}
