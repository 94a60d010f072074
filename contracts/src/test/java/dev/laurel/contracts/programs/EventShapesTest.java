package dev.laurel.contracts.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventShapesTest {

    private static final Map<String, Object> DOCUMENT = Map.of("events", events());

    private final EventShapes shapes = EventShapes.of(DOCUMENT);

    @Test
    void acceptsTheDeclaredShapeWithMoreFields() {
        assertThat(
                        shapes.problems(
                                "purchase",
                                Map.of("amount", 139.12, "items", List.of(), "gift", true)))
                .isEmpty();
    }

    @Test
    void knowsTheTypesOfTheProgramAndGuessesWhichWasMeant() {
        assertThat(shapes.problems("purchse", Map.of()))
                .containsExactly(
                        new ShapeProblem(
                                "/type",
                                "Expected a type that the program knows (purchase, undo, every), but it was 'purchse'. Did you mean 'purchase'?",
                                "purchase, undo, every"));
        assertThat(shapes.problems("completely-different", Map.of()))
                .singleElement()
                .extracting(ShapeProblem::message)
                .asString()
                .endsWith("but it was 'completely-different'.");
    }

    @Test
    void leavesThePlatformsOwnTypesAndSourcesToIt() {
        assertThat(shapes.problems("/shop", "laurel.prize", Map.of()))
                .containsExactly(
                        new ShapeProblem(
                                "/type",
                                "Expected a type of the program's own, but 'laurel.prize' is the platform's.",
                                "a type of the program's own"));
        assertThat(shapes.problems("/laurel/leaderboard-service", "purchase", Map.of()))
                .containsExactly(
                        new ShapeProblem(
                                "/source",
                                "Expected a source of your own, but '/laurel/leaderboard-service' is the platform's.",
                                "a source that does not begin with /laurel/"));
        assertThat(shapes.problems("/laurels", "undo", Map.of()))
                .isEqualTo(shapes.problems("undo", Map.of()));
    }

    @Test
    void missesRequiredFieldsAndNamesAllOfThem() {
        assertThat(shapes.problems("purchase", Map.of("amount", "a lot")))
                .containsExactly(
                        new ShapeProblem(
                                "/data/amount",
                                "Expected amount to be a number, but it was the string 'a lot'.",
                                "a number"),
                        new ShapeProblem(
                                "/data/items",
                                "Expected items to be an array, but it was absent.",
                                "an array"));
    }

    @Test
    void takesNullForAbsent() {
        // Given
        Map<String, @Nullable Object> nulls = new HashMap<>();
        nulls.put("amount", null);
        nulls.put("items", List.of());
        nulls.put("store", null);

        // Then
        assertThat(problems("purchase", nulls))
                .extracting(ShapeProblem::pointer)
                .containsExactly("/data/amount");
    }

    @Test
    void doesNotTakeWhatAnEventUndoesForAField() {
        assertThat(shapes.problems("undo", Map.of("of", "536365"))).isEmpty();
    }

    @Test
    void holdsEventsToNothingThatItDoesNotUnderstand() {
        // Given
        EventShapes later =
                EventShapes.of(Map.of("events", Map.of("a", Map.of("x", "money"), "b", "?")));

        // Then
        assertThat(later.problems("a", Map.of())).isEmpty();
        assertThat(later.problems("b", Map.of())).isEmpty();
    }

    @Test
    void takesEverythingForAProgramWithoutEvents() {
        assertThat(EventShapes.of(Map.of()).problems("anything", Map.of())).isEmpty();
        assertThat(EventShapes.of(Map.of("events", Map.of())).problems("anything", Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void acceptsValuesOfTheType(String field, Object value) {
        assertThat(shapes.problems("every", Map.of(field, value))).isEmpty();
    }

    static List<Arguments> acceptsValuesOfTheType() {
        return List.of(
                Arguments.of("double", 1.5),
                Arguments.of("double", 1),
                Arguments.of("double", 5_000_000_000L),
                Arguments.of("int", 1),
                Arguments.of("int", 5_000_000_000L),
                Arguments.of("string", ""),
                Arguments.of("bool", false),
                Arguments.of("timestamp", "2011-11-01T08:26:00Z"),
                Arguments.of("timestamp", "2011-11-01T08:26:00.123+01:00"),
                Arguments.of("list", List.of(1, "a")),
                Arguments.of("map", Map.of("a", 1)));
    }

    @ParameterizedTest
    @MethodSource
    void refusesValuesOfAnotherType(String field, Object value) {
        assertThat(shapes.problems("every", Map.of(field, value)))
                .singleElement()
                .extracting(ShapeProblem::pointer)
                .isEqualTo("/data/" + field);
    }

    static List<Arguments> refusesValuesOfAnotherType() {
        return List.of(
                Arguments.of("double", "1.5"),
                Arguments.of("int", 1.0),
                Arguments.of("int", 1.5),
                Arguments.of("string", 1),
                Arguments.of("bool", "true"),
                Arguments.of("bool", 0),
                Arguments.of("timestamp", "2011-11-01"),
                Arguments.of("timestamp", "+12011-11-01T08:26:00Z"),
                Arguments.of("timestamp", 1_320_135_960L),
                Arguments.of("list", Map.of()),
                Arguments.of("map", List.of()));
    }

    @SuppressWarnings("NullAway") // JSON null is a value, which the contract's type does not say
    private List<ShapeProblem> problems(String type, Map<String, @Nullable Object> data) {
        return shapes.problems(type, data);
    }

    private static Map<String, Object> events() {
        Map<String, Object> events = new LinkedHashMap<>();
        Map<String, String> purchase = new LinkedHashMap<>();
        purchase.put("amount", "double");
        purchase.put("items", "list");
        purchase.put("store", "string?");
        events.put("purchase", purchase);
        events.put(
                "undo",
                Map.of("of", "string", "reverses", Map.of("event", "purchase", "by", "data.of")));
        events.put(
                "every",
                Map.of(
                        "double", "double?",
                        "int", "int?",
                        "string", "string?",
                        "bool", "bool?",
                        "timestamp", "timestamp?",
                        "list", "list?",
                        "map", "map?"));
        return events;
    }
}
