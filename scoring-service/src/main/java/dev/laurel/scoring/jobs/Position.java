package dev.laurel.scoring.jobs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a program's nights are.
 *
 * @param day the first night that is not done
 * @param stage where in it
 * @param after where in that stage, {@code null} for its beginning
 */
public record Position(LocalDate day, Stage stage, @Nullable String after) {

    /** The beginning of a night. */
    public static Position beginning(LocalDate day) {
        return new Position(day, Stage.ORDER.getFirst(), null);
    }

    /** Where it goes on after a portion. */
    Position after(Portion portion) {
        return portion.next() == null ? nextStage() : new Position(day, stage, portion.next());
    }

    /** The stage that follows, that of the next night after the last one. */
    Position nextStage() {
        int next = Stage.ORDER.indexOf(stage) + 1;
        return next == Stage.ORDER.size()
                ? beginning(day.plusDays(1))
                : new Position(day, Stage.ORDER.get(next), null);
    }
}
