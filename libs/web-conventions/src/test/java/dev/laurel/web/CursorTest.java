package dev.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void bringsItsKeysBack() {
        // Given
        Instant time = Instant.parse("2011-12-09T12:50:00.123Z");
        UUID id = UUID.fromString("6f1f6f3e-7a0c-5d7e-9b6e-0d1f4a1f2b3c");

        // When
        Cursor read = Cursor.valueOf(Cursor.of(time, id, -42L, "größer/als").toString());

        // Then
        assertThat(read.instant(0)).isEqualTo(time);
        assertThat(read.uuid(1)).isEqualTo(id);
        assertThat(read.number(2)).isEqualTo(-42);
        assertThat(read.text(3)).isEqualTo("größer/als");
    }

    @Test
    void goesIntoAnAddressUnescaped() {
        assertThat(Cursor.of("?&=/+ ", 7).toString()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "nonsense!", "AAAA", "AgEAAWE", "AQEAAWEA", "AQIAAWE", "AQA"})
    void refusesWhatItHasNotWritten(String text) {
        assertInvalid(() -> Cursor.valueOf(text));
    }

    @Test
    void refusesOverlongText() {
        assertInvalid(() -> Cursor.valueOf("A".repeat(5_000)));
    }

    @Test
    void refusesKeysOfAnotherList() {
        // Given
        Cursor ofAnotherList = Cursor.of("text");

        // Then
        assertReadingInvalid(ofAnotherList, cursor -> cursor.number(0));
        assertReadingInvalid(ofAnotherList, cursor -> cursor.uuid(0));
        assertReadingInvalid(ofAnotherList, cursor -> cursor.instant(0));
        assertReadingInvalid(ofAnotherList, cursor -> cursor.text(1));
    }

    private static void assertReadingInvalid(Cursor cursor, Consumer<Cursor> reading) {
        assertInvalid(() -> reading.accept(cursor));
    }

    private static void assertInvalid(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_CURSOR);
                            assertThat(problem.errors())
                                    .singleElement()
                                    .extracting(Violation::pointer)
                                    .isEqualTo("?cursor");
                        });
    }
}
