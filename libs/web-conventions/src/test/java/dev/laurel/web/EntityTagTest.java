package dev.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag tag = EntityTag.ofRevision(7);

    @Test
    void isQuoted() {
        assertThat(tag).hasToString("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "})
    void letsAWriteOfThePresentStatePass(String ifMatch) {
        assertThatCode(() -> tag.requireMatch(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"8\", \"9\""})
    void refusesAWriteOfAnotherState(String ifMatch) {
        assertThatThrownBy(() -> tag.requireMatch(ifMatch))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.STALE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesAWriteThatDoesNotSayWhatItSaw(String ifMatch) {
        assertThatThrownBy(() -> tag.requireMatch(ifMatch))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(CommonProblem.IF_MATCH_REQUIRED));
    }

    @Test
    void hasNoQuotesInside() {
        assertThatThrownBy(() -> new EntityTag("a\"b"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
