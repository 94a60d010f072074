package dev.laurel.cli.simulate;

import dev.laurel.cli.CommandFailure;
import dev.laurel.simulation.Comparison;
import dev.laurel.simulation.ForecastFields;
import dev.laurel.simulation.MostMoved;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A simulation's result as JSON for programs; {@code docs/simulation.md} explains every field. */
final class SimulationJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SimulationJson() {}

    /**
     * Writes a file.
     *
     * @throws CommandFailure when it can't be written
     */
    static void write(SimulationResult result, Path file) {
        try {
            JSON.writeValue(file, of(result));
        } catch (JacksonException unwritable) {
            throw new CommandFailure(
                    "Expected to write %s, but it can't be written: %s"
                            .formatted(file, unwritable.getOriginalMessage()),
                    unwritable);
        }
    }

    private static Map<String, Object> of(SimulationResult result) {
        Map<String, Object> json = ForecastFields.of(result.forecast());
        json.put("top", MostMoved.of(result.forecast(), result.top()));
        json.put("readingSeconds", result.reading().toMillis() / 1e3);
        json.put("decidingSeconds", result.deciding().toMillis() / 1e3);
        Comparison comparison = result.comparison();
        if (comparison != null) {
            json.put("against", ForecastFields.of(comparison, Integer.MAX_VALUE));
        }
        return json;
    }
}
