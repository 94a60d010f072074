package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric that boards or tiers go by, or went by under an earlier version of the program,
 * says of the member after an event. Values are what it says, not what was added: who reads the
 * same decision twice has the same in the end.
 *
 * @param metric the metric's id
 * @param value of everything that was ever measured, with at most six decimals
 * @param counted whether the event itself was measured, not only others undone
 * @param afresh true where the metric has begun anew with a version, so that of days that are not
 *     here it says 0; {@code null} otherwise
 * @param days what it says of days for which that may have changed; {@code null} for none, and
 *     unless a board with a period or the tiers go by it, or did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricEffect(
        String metric,
        BigDecimal value,
        boolean counted,
        @Nullable Boolean afresh,
        @Nullable List<Day> days) {

    /**
     * What it says of a day.
     *
     * @param day the day in the program's time zone
     */
    public record Day(LocalDate day, BigDecimal value) {}

    public MetricEffect {
        days = days == null ? null : List.copyOf(days);
    }
}
