package dev.laurel.cli.simulate;

import dev.laurel.simulation.Comparison;
import dev.laurel.simulation.Forecast;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that a simulation has to say.
 *
 * @param forecast what the program would have done
 * @param comparison what would have been different, if there was something to compare with
 * @param reading how long reading the events took
 * @param deciding how long deciding them took, for both programs if there were two
 * @param top how many members tables show
 */
record SimulationResult(
        Forecast forecast,
        @Nullable Comparison comparison,
        Duration reading,
        Duration deciding,
        int top) {

    /** Events decided per second, 0 when it went too fast to say. */
    double rate() {
        return deciding.isZero() ? 0 : forecast.events() * 1e9 / deciding.toNanos();
    }
}
