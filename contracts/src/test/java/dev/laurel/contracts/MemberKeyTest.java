package dev.laurel.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberKeyTest {

    @ParameterizedTest
    @CsvSource({
        "retail-club/17850, retail-club, 17850",
        "c/a/b, c, a/b",
        "c/Zoë 😀, c, Zoë 😀",
        "c//, c, /"
    })
    void readsWhatItWrites(String text, String program, String member) {
        assertThat(MemberKey.parse(text)).isEqualTo(new MemberKey(program, member));
        assertThat(MemberKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "club", "/1", "Club/1", "1club/1", "club/", "club/ ", "club/a\tb"})
    void refusesWhatIsNoKey(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberKey.parse(text))
                .withMessageStartingWith("Expected ");
    }

    @Test
    void takesMembersUpToTheLimit() {
        assertThat(MemberKey.isMember("m".repeat(200))).isTrue();
        assertThat(MemberKey.isMember("m".repeat(201))).isFalse();
        assertThat(MemberKey.isProgram("p".repeat(64))).isTrue();
        assertThat(MemberKey.isProgram("p".repeat(65))).isFalse();
    }
}
