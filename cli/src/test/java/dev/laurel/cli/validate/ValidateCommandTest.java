package dev.laurel.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final String SOUND =
            """
            program: shop
            name: Shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
            rules:
              - id: base-earn
                on: purchase
                award: { stars: floor(event.data.amount) }
            """;

    @TempDir private Path folder;

    @Test
    void findsNothingWrongWithASoundProgram() throws IOException {
        Run run = validate(SOUND);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).endsWith("program.yaml can be published.\n");
    }

    @Test
    void namesThePlaceOfEveryProblem() throws IOException {
        // When
        Run run =
                validate(
                        SOUND.replace("on: purchase", "on: purchas")
                                .replace("Europe/London", "Europe/Londn")
                                .replace("data.amount", "data.amont"));

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("program.yaml:3:1: /timeZone: Expected")
                .contains("program.yaml:9:5: /rules/0/on: Expected")
                .contains("can't be published:");
    }

    @Test
    void runsTheTestsOfAProgram() throws IOException {
        String tests =
                """
                tests:
                  - name: A star for every pound
                    given: [ { type: purchase, subject: alice, data: { amount: 7.5 } } ]
                    expect:
                      alice: { stars: 7 }
                """;

        Run run = validate(SOUND + tests);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).endsWith("program.yaml can be published.\n1 test passed.\n");

        Run failing = validate(SOUND + tests.replace("stars: 7", "stars: 8"));
        assertThat(failing.exitCode()).isEqualTo(1);
        assertThat(failing.out())
                .contains(
                        "program.yaml:15:16: /tests/0/expect/alice/stars: Expected alice to have 8 stars, but it was 7.")
                .endsWith("1 of 1 tests failed.\n");
    }

    @Test
    void saysWhereYamlIsBroken() throws IOException {
        Run run = validate("program: shop\n  rules: [\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Expected YAML, but ").contains("program.yaml:2:");
    }

    @Test
    void refusesAPropertyThatIsThereTwice() throws IOException {
        Run run = validate(SOUND + "name: Again\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("program.yaml:11:").contains("name");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Run run = validate("");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("empty");
    }

    @Test
    void endsWithOneWithoutAFile() {
        Run run = Shell.run(new ValidateCommand(), folder.resolve("none.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("can't be read");
    }

    private Run validate(String program) throws IOException {
        Path file = Files.writeString(folder.resolve("program.yaml"), program);
        return Shell.run(new ValidateCommand(), file.toString());
    }
}
