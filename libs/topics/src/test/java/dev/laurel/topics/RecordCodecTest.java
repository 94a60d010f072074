package dev.laurel.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.contracts.programs.PublishedProgram;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCodecTest {

    /** Has one component of each kind that the contracts use. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Toy(
            UUID id,
            String name,
            long price,
            Instant madeAt,
            LocalDate day,
            List<String> parts,
            @Nullable String colour) {}

    private static final Toy TRAIN =
            new Toy(
                    UUID.fromString("6ba7b810-9dad-51d1-80b4-00c04fd430c8"),
                    "Züg",
                    5_000_000_000L,
                    Instant.parse("2011-11-01T08:26:00.123456789Z"),
                    LocalDate.of(2011, 11, 1),
                    List.of("wheel"),
                    null);

    private final RecordCodec codec = new RecordCodec();

    @Test
    void writesInstantsInIsoFormAndLeavesOutWhatTheRecordSays() {
        // When
        String json = new String(codec.write(TRAIN), UTF_8);

        // Then
        assertThat(json)
                .isEqualTo(
                        """
                        {"id":"6ba7b810-9dad-51d1-80b4-00c04fd430c8","name":"Züg","price":5000000000,\
                        "madeAt":"2011-11-01T08:26:00.123456789Z","day":"2011-11-01","parts":["wheel"]}\
                        """);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(codec.read(codec.write(TRAIN), Toy.class)).isEqualTo(TRAIN);
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        // Given
        String newer = new String(codec.write(TRAIN), UTF_8).replace("{", "{\"new\":{\"a\":[1]},");

        // When
        Toy toy = codec.read(newer.getBytes(UTF_8), Toy.class);

        // Then
        assertThat(toy).isEqualTo(TRAIN);
    }

    @Test
    void readsNumbersOfADocumentAsTheFirstTypeThatHoldsThem() {
        // Given
        byte[] json =
                """
                {"program":"club","version":1,"hash":"00","publishedAt":"2011-11-01T08:26:00Z",
                 "document":{"int":1,"long":3000000000,"big":99999999999999999999,"double":1.0,"none":null}}
                """
                        .getBytes(UTF_8);

        // When
        Map<String, Object> document = codec.read(json, PublishedProgram.class).document();

        // Then
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("int", 1);
        expected.put("long", 3_000_000_000L);
        expected.put("big", new BigInteger("99999999999999999999"));
        expected.put("double", 1.0);
        expected.put("none", null);
        assertThat(document).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                               | No content to map
                    {                                | end-of-input
                    null                             | value is null
                    []                               | Toy
                    {"name":"x"} {}                  | id
                    {"id":"no-uuid"}                 | UUID
                    {"colour":"red"}                 | Missing required creator property 'id'
                    """)
    void saysWhyARecordCannotBeRead(String json, String reason) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.read(json.getBytes(UTF_8), Toy.class))
                .withMessageStartingWith("Expected a Toy, but ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"name", "price", "madeAt", "parts"})
    void refusesARecordWithAHole(String component) {
        // Given
        String json = new String(codec.write(TRAIN), UTF_8);
        String absent = json.replaceFirst("\"" + component + "\":(\\[.*?]|\".*?\"|\\d+),?", "");
        String empty =
                json.replaceFirst(
                        "\"" + component + "\":(\\[.*?]|\".*?\"|\\d+)",
                        "\"" + component + "\":null");

        for (String broken : List.of(absent.replace(",}", "}"), empty)) {
            assertThatExceptionOfType(UnreadableRecord.class)
                    .isThrownBy(() -> codec.read(broken.getBytes(UTF_8), Toy.class))
                    .withMessageContaining(component);
        }
    }

    @Test
    void refusesWhatFollowsTheRecord() {
        // Given
        byte[] twice = (new String(codec.write(TRAIN), UTF_8) + " {}").getBytes(UTF_8);

        // Then
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.read(twice, Toy.class))
                .withMessageContaining("Trailing token");
    }

    @Test
    void refusesARecordWithoutValue() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.read(null, Toy.class))
                .withMessage("Expected a Toy, but the record has no value.");
    }
}
