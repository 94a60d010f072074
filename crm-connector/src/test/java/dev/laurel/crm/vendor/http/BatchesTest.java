package dev.laurel.crm.vendor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.vendor.http.Batches.Piece;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

    private static final int OK = 200;

    private final List<String> sent = new ArrayList<>();

    @Test
    void sendsAsManyAsFitIntoARequest() {
        // Given two of which fit, but not three
        int size = Batches.LARGEST / 2 - 1;

        // When
        var refused =
                batches(_ -> answer(OK))
                        .send(List.of(piece("a", size), piece("b", size), piece("c", size)));

        // Then
        assertThat(refused).contains(Map.of());
        assertThat(sent).extracting(String::length).containsExactly(2 * size + 3, size + 2);
    }

    @Test
    void countsBytesAndNotCharacters() {
        // Given
        Piece<String> one = new Piece<>("a", "a", "\u20ac".repeat(Batches.LARGEST / 4));

        // When
        batches(_ -> answer(OK)).send(List.of(one, one));

        // Then
        assertThat(sent).hasSize(2);
    }

    @Test
    void refusesItselfWhatIsTooLargeForAnyRequest() {
        // When
        var refused =
                batches(_ -> answer(OK))
                        .send(List.of(piece("a", 5), piece("b", Batches.LARGEST), piece("c", 5)));

        // Then
        assertThat(refused.orElseThrow()).containsOnlyKeys("b");
        assertThat(refused.orElseThrow().get("b"))
                .isEqualTo(
                        "Expected at most %d bytes, but there are %d."
                                .formatted(Batches.LARGEST, Batches.LARGEST + 1));
        assertThat(sent).containsExactly("[aaaaa,ccccc]");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void halvesWhatIsRefusedDownToTheRecordThatIsToBlame(int status) {
        // Given
        List<Piece<String>> pieces =
                IntStream.range(0, 9).mapToObj(it -> piece("" + it, 3)).toList();

        // When
        var refused = batches(body -> answer(body.contains("666") ? status : OK)).send(pieces);

        // Then
        assertThat(refused)
                .contains(Map.of("6", "It was refused with status %d.".formatted(status)));
        assertThat(sent).contains("[666]").hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 415})
    void takesAnyOtherRefusalForThatOfAll(int status) {
        // When
        var refused =
                batches(_ -> answer(status, "{\"detail\": \"Expected a program.\"}"))
                        .send(List.of(piece("a", 1), piece("b", 1)));

        // Then
        assertThat(refused)
                .contains(Map.of("a", "Expected a program.", "b", "Expected a program."));
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 425, 429, 500, 503})
    void isNothingWhereTheServiceCantBeAskedNow(int status) {
        assertThat(batches(_ -> answer(status)).send(List.of(piece("a", 1)))).isEmpty();
    }

    @Test
    void isNothingWithoutAnAnswer() {
        assertThat(batches(_ -> new Exchange.NoAnswer("gone")).send(List.of(piece("a", 1))))
                .isEmpty();
        assertThat(batches(_ -> new Exchange.Held(Duration.ZERO, "")).send(List.of(piece("a", 1))))
                .isEmpty();
    }

    @Test
    void stopsInTheMiddleWhenTheServiceGoesAway() {
        // Given
        int size = Batches.LARGEST - 10;

        // When
        Optional<Map<String, String>> refused =
                batches(body -> answer(body.contains("b") ? 503 : OK))
                        .send(List.of(piece("a", size), piece("b", size), piece("c", size)));

        // Then
        assertThat(refused).isEmpty();
        assertThat(sent).hasSize(2);
    }

    @Test
    void sendsNothingWhereThereIsNothing() {
        assertThat(batches(_ -> answer(500)).send(List.of())).contains(Map.of());
    }

    private Batches<String> batches(Function<String, Exchange> service) {
        return new Batches<>(
                "[",
                ",",
                "]",
                OK,
                body -> {
                    sent.add(body);
                    return service.apply(body);
                },
                (_, _) -> Map.of());
    }

    private static Piece<String> piece(String id, int size) {
        return new Piece<>(id, id, id.repeat(size));
    }

    private static Exchange answer(int status) {
        return answer(status, "");
    }

    private static Exchange answer(int status, String body) {
        return new Exchange.Response(status, HttpHeaders.of(Map.of(), (_, _) -> true), body);
    }
}
