package dev.laurel.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.contracts.events.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemasTest {

    /** The record says it in Java's words, the CloudEvent in those of its specification. */
    private static final Map<String, String> CLOUD_EVENT_NAMES =
            Map.of("recordedTime", "recordedtime", "imported", "laurelimport");

    /** The record's program is in the path of a request or in the key of a record. */
    private static final Set<String> NOT_IN_A_CLOUD_EVENT = Set.of("program");

    static List<Contract> contracts() {
        return Contract.ALL;
    }

    static Stream<Contract> recordsAsJson() {
        return Contract.ALL.stream().filter(contract -> contract.type() != Event.class);
    }

    @Test
    void coverTheValueOfEveryTopic() {
        assertThat(Contract.ALL)
                .extracting(Contract::type)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream()
                                .<Class<? extends Record>>map(
                                        topic -> topic.value().asSubclass(Record.class))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void haveAnAddressThatStays(Contract contract) {
        assertThat(contract.schema().path("$id").asString())
                .isEqualTo("https://laurel.dev/schemas/%s/v1".formatted(contract.name()));
        assertThat(contract.schema().path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(contract.schema().path("title").asString())
                .isEqualTo(contract.type().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("recordsAsJson")
    void haveTheComponentsOfTheRecord(Contract contract) {
        assertSame(contract.type(), contract.schema(), contract.schema(), contract.name());
    }

    @Test
    void haveTheComponentsOfAnEventUnderTheirCloudEventsNames() {
        // Given
        Set<String> components =
                Arrays.stream(Event.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !NOT_IN_A_CLOUD_EVENT.contains(name))
                        .map(name -> CLOUD_EVENT_NAMES.getOrDefault(name, name))
                        .collect(Collectors.toCollection(TreeSet::new));

        // When
        JsonNode schema = Contract.ALL.getFirst().schema();

        // Then
        assertThat(new TreeSet<>(schema.path("properties").propertyNames()))
                .containsAll(components)
                .hasSize(components.size() + Set.of("specversion", "datacontenttype").size());
        assertThat(new TreeSet<>(strings(schema.path("required"))))
                .isEqualTo(
                        new TreeSet<>(
                                Set.of(
                                        "specversion",
                                        "id",
                                        "source",
                                        "type",
                                        "subject",
                                        "time",
                                        "data")));
    }

    private static void assertSame(
            Class<?> type, JsonNode schema, JsonNode document, String place) {
        RecordComponent[] components = type.getRecordComponents();
        assertThat(schema.path("properties").propertyNames())
                .as("properties of %s", place)
                .containsExactly(names(Arrays.stream(components)));
        assertThat(strings(schema.path("required")))
                .as("required properties of %s", place)
                .containsExactly(names(Arrays.stream(components).filter(it -> !mayBeAbsent(it))));
        for (RecordComponent component : components) {
            assertSame(
                    component.getGenericType(),
                    schema.path("properties").path(component.getName()),
                    document,
                    place + "." + component.getName());
        }
    }

    private static void assertSame(Type type, JsonNode property, JsonNode document, String place) {
        JsonNode schema = resolved(property, document);
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) {
                assertThat(schema.path("type").asString()).as(place).isEqualTo("array");
                assertSame(
                        generic.getActualTypeArguments()[0],
                        schema.path("items"),
                        document,
                        place + "[]");
            } else {
                assertThat(schema.path("type").asString()).as(place).isEqualTo("object");
            }
        } else if (type instanceof Class<?> raw && raw.isEnum()) {
            assertThat(strings(schema.path("enum")))
                    .as(place)
                    .containsExactly(
                            Arrays.stream(raw.getEnumConstants())
                                    .map(Object::toString)
                                    .toArray(String[]::new));
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            assertSame(raw, schema, document, place);
        } else {
            assertThat(schema.path("type").asString() + " " + schema.path("format").asString(""))
                    .as(place)
                    .isEqualTo(expected(type));
        }
    }

    private static String expected(Type type) {
        return switch (type) {
            case Class<?> raw when raw == UUID.class -> "string uuid";
            case Class<?> raw when raw == Instant.class -> "string date-time";
            case Class<?> raw when raw == LocalDate.class -> "string date";
            case Class<?> raw when raw == String.class -> "string ";
            case Class<?> raw when raw == int.class || raw == long.class || raw == Integer.class ->
                    "integer ";
            case Class<?> raw when raw == double.class || raw == BigDecimal.class -> "number ";
            case Class<?> raw when raw == boolean.class || raw == Boolean.class -> "boolean ";
            default ->
                    throw new AssertionError("Expected a type with a schema, but it was " + type);
        };
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        JsonInclude include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        assertThat(
                        !nullable
                                || (include != null
                                        && include.value() == JsonInclude.Include.NON_NULL))
                .as("%s leaves out what is null", component.getDeclaringRecord())
                .isTrue();
        return nullable;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String[] names(Stream<RecordComponent> components) {
        return components.map(RecordComponent::getName).toArray(String[]::new);
    }

    private static Collection<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
