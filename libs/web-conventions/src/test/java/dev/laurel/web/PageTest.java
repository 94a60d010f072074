package dev.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void endsWhereNothingFollows() {
        // When
        Page<String> page = Page.of(List.of("a", "b"), new PageLimit(2), Cursor::of);

        // Then
        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void leadsOnBehindItsLastItem() {
        // When
        Page<String> page = Page.of(List.of("a", "b", "c"), new PageLimit(2), Cursor::of);

        // Then
        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), Cursor.of("b").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "50", "500"})
    void takesLimitsInRange(String text) {
        assertThat(PageLimit.valueOf(text).value()).isEqualTo(Integer.parseInt(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "", "many", "1.5", "99999999999"})
    void refusesOtherLimits(String text) {
        assertThatThrownBy(() -> PageLimit.valueOf(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(CommonProblem.INVALID_PARAMETER))
                .hasMessageContaining("a whole number from 1 to 500, but it was '" + text + "'");
    }
}
