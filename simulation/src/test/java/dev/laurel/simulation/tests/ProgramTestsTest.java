package dev.laurel.simulation.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ProgramTestsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: visits, on: purchase, value: count() }
            rules:
              - id: earn
                on: purchase
                award: { stars: 'floor(event.data.amount) + size(member.team)' }
                limits: [ { per: day, stars: 100 } ]
            challenges:
              - id: spring
                open: 2026-03-01/2026-03-31
                steps: [ { id: twice, measure: visits, target: 2 } ]
                award: { stars: 1000 }
            badges:
              - { id: patron, when: metrics.spend >= 150.0 }
            """;

    @Test
    void passWhenAllIsAsExpected() {
        ProgramTests.Outcome outcome =
                run(
                        """
                        tests:
                          - name: Two days
                            members: { alice: { team: red } }
                            given:
                              - { type: purchase, subject: alice, time: 2026-03-10T23:30:00Z, data: { amount: 120 } }
                              - { type: purchase, subject: alice, data: { amount: 1 } }
                              - { type: purchase, subject: alice, time: 2026-03-11T00:30:00Z, data: { amount: 30 } }
                            expect:
                              alice: { stars: 1133, badges: [patron], challenges: [spring] }
                              bob: { stars: 0, badges: [] }
                          - name: From the beginning
                            given: [ { type: purchase, subject: alice, data: { amount: 2 } } ]
                            expect: { alice: { stars: 2, badges: {}, challenges: [] } }
                        """);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.tests()).isEqualTo(2);
        assertThat(outcome.failed()).isZero();
    }

    @Test
    void knowTheTierThatPointsLeadTo() {
        ProgramTests.Outcome outcome =
                run(
                        """
                        tiers:
                          wallet: stars
                          window: lifetime
                          levels: [ { id: silver, at: 50 }, { id: gold, at: 100 } ]
                        tests:
                          - name: Enough for one and not for the other
                            members: { carol: { tier: gold } }
                            given:
                              - { type: purchase, subject: alice, data: { amount: 60 } }
                              - { type: purchase, subject: bob, data: { amount: 1 } }
                            expect: { alice: { tier: silver }, bob: { tier: gold }, dora: { tier: silber } }
                        """);

        assertThat(outcome.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Expected bob to be in tier 'gold', but it was ''.",
                        "Expected 'silver', but the tier 'silber' is unknown.");
    }

    @Test
    void listEverythingThatIsOtherwise() {
        ProgramTests.Outcome outcome =
                run(
                        """
                        tests:
                          - name: Wrong
                            given: [ { type: purchase, subject: alice, data: { amount: 2 } } ]
                            expect: { alice: { stars: 3, badges: { patron: 2 }, challenges: [spring] } }
                          - name: Right
                            given: [ { type: purchase, subject: alice, data: { amount: 2 } } ]
                            expect: { alice: { stars: 2 } }
                        """);

        assertThat(outcome.failed()).isEqualTo(1);
        assertThat(outcome.problems())
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(
                        tuple("stars", "Expected alice to have 3 stars, but it was 2."),
                        tuple("badges", "Expected alice to hold {patron=2}, but it was {}."),
                        tuple(
                                "challenges",
                                "Expected alice to have completed [spring], but it was []."));
    }

    @Test
    void saysWhatIsWrongWithATest() {
        ProgramTests.Outcome outcome =
                run(
                        """
                        tests:
                          - name: Misspelt
                            given:
                              - { type: purchas, subject: alice, data: { amount: 2 } }
                              - { type: purchase, subject: alice, time: yesterday, data: { amount: much }, dat: {} }
                            expect: { alice: { stars: 3 } }
                          - given: []
                            expects: {}
                          - name: Unknown
                            given: []
                            expect: { alice: { starz: 3, badges: [patrn] } }
                        """);

        assertThat(outcome.failed()).isEqualTo(3);
        assertThat(outcome.problems())
                .extracting(Problem::pointer)
                .containsExactly(
                        "/tests/0/given/0/type",
                        "/tests/0/given/1/dat",
                        "/tests/0/given/1/time",
                        "/tests/0/given/1/data/amount",
                        "/tests/1/expects",
                        "/tests/1",
                        "/tests/1",
                        "/tests/2/expect/alice/starz",
                        "/tests/2/expect/alice/badges",
                        "/tests/2/expect/alice/badges");
        assertThat(outcome.problems().getFirst().expected()).isEqualTo("purchase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack-exchange/program.yaml", "sales-team/program.yaml"})
    void passInTheExamples(String program) throws IOException {
        ProgramTests.Outcome outcome =
                outcome(Files.readString(Path.of("../examples").resolve(program)));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.tests()).isGreaterThanOrEqualTo(4);
    }

    private static org.assertj.core.groups.Tuple tuple(String word, String message) {
        return org.assertj.core.groups.Tuple.tuple("/tests/0/expect/alice/" + word, message);
    }

    private static ProgramTests.Outcome run(String tests) {
        return outcome(SHOP + tests);
    }

    private static ProgramTests.Outcome outcome(String yaml) {
        Map<String, Object> document = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        return switch (ProgramCompiler.compile(document)) {
            case Compiled(var program, var warnings) -> {
                assertThat(warnings).isEmpty();
                yield ProgramTests.run(document, program);
            }
            case Rejected(var problems) ->
                    throw new AssertionError("Expected a program, but: " + problems);
        };
    }
}
