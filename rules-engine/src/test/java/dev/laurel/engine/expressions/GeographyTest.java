package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances between places, and the functions of the language over them. */
class GeographyTest {

    private static final ObjectShape DATA =
            ObjectShape.of(
                    "Data",
                    shape ->
                            shape.json("lat", FieldType.DOUBLE, false)
                                    .json("lon", FieldType.DOUBLE, false));
    private static final ObjectShape EVENT =
            ObjectShape.of("Event", shape -> shape.object("data", DATA));
    private static final ObjectShape ID = ObjectShape.of("Id", shape -> shape.text("id"));
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(new Vocabulary(Map.of("event", EVENT)));

    /** A degree of a great circle is 2 π 6371008.8 / 360 = 111195.08 m. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 111195.08",
        "0, 0, 0, 1, 111195.08",
        "60, 0, 60, 1, 55595.4",
        "0, 179.5, 0, -179.5, 111195.08",
        "90, 0, 90, 120, 0",
        "-90, 0, 90, 77, 20015114.4",
        "0, 0, 0, 180, 20015114.4",
        "51.5138, -0.0984, 51.5138, -0.0984, 0",
        "51.4700, -0.4543, 40.6413, -73.7781, 5540000"
    })
    void areGreatCircles(double lat1, double lon1, double lat2, double lon2, double metres) {
        assertThat(Geography.distance(lat1, lon1, lat2, lon2))
                .isCloseTo(metres, within(Math.max(1, metres * 2e-3)));
        assertThat(Geography.distance(lat2, lon2, lat1, lon1))
                .isCloseTo(Geography.distance(lat1, lon1, lat2, lon2), within(1e-6));
    }

    @Test
    void tellMetresApart() {
        // 500 m north are 500 / 111195.08 degrees
        String within = "geo.within(event.data.lat, event.data.lon, 51.5, -0.1, 500)";

        assertThat(value(within, 51.5 + 499.9 / 111195.08, -0.1)).isEqualTo(true);
        assertThat(value(within, 51.5 + 500.1 / 111195.08, -0.1)).isEqualTo(false);
        assertThat(value(within.replace("500", "500.2"), 51.5 + 500.1 / 111195.08, -0.1))
                .isEqualTo(true);
    }

    @Test
    void failWhereThereIsNoSuchPlace() {
        for (List<Double> place : List.of(List.of(90.1, 0.0), List.of(0.0, -180.1))) {
            assertThat(
                            value(
                                    "geo.distance(event.data.lat, event.data.lon, 0.0, 0.0)",
                                    place.get(0),
                                    place.get(1)))
                    .asString()
                    .contains("is not within");
        }
    }

    @Test
    void areCheckedWhenPublished() {
        Problems problems = new Problems();
        for (String wrong :
                List.of(
                        "geo.within(event.data.lat, event.data.lon, 51.5, '0', 500)",
                        "geo.distance(event.data.lat, event.data.lon)",
                        "geo.distance(95.0, 0.0, 0.0, 0.0)",
                        "geo.near(event.data.lat, event.data.lon)")) {
            COMPILER.expression(wrong, Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        }

        assertThat(problems.list())
                .extracting(problem -> problem.message())
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("Expected arguments that geo.within() takes"),
                        m ->
                                assertThat(m)
                                        .startsWith("Expected arguments that geo.distance() takes"),
                        m -> assertThat(m).contains("95.0 is not within 90 degrees"),
                        m -> assertThat(m).contains("'geo' is unknown"),
                        m -> assertThat(m).contains("'near' is unknown"));
    }

    private static Object value(String text, double lat, double lon) {
        Problems problems = new Problems();
        Expression expression =
                COMPILER.expression(text, Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        assertThat(problems.list()).isEmpty();
        Variables variables =
                Variables.ofEvent(
                        ObjectValue.of(
                                EVENT, ObjectValue.json(DATA, Map.of("lat", lat, "lon", lon))),
                        ObjectValue.of(ID, "shop"),
                        ObjectValue.of(ID, "alice"));
        try {
            Object value = Objects.requireNonNull(expression).value(variables);
            assertThat(value).isEqualTo(expression.valueByCel(variables));
            return value;
        } catch (ExpressionFailure failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
