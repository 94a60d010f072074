package dev.laurel.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.FieldProblem;
import dev.laurel.contracts.events.Event;
import dev.laurel.gateway.intake.Verdict.Sorted;
import dev.laurel.gateway.intake.Verdict.Undecidable;
import dev.laurel.gateway.intake.Verdict.UnknownProgram;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOON = Instant.parse("2011-12-09T12:00:00Z");

    private final FakePrograms programs = new FakePrograms();
    private final Admission admission = new Admission(programs);

    @Test
    void admitsWhatTheProgramKnows() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of("amount", "double")));
        EventReading good = event(0, "purchase", Map.of("amount", 1.5));

        // When
        Verdict verdict = admission.sort("shop", List.of(good));

        // Then
        assertThat(verdict).isEqualTo(new Sorted(List.of((Accepted) good), List.of()));
    }

    @Test
    void looksAgainBeforeItRefusesByAnOldVersion() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of()));
        programs.catchUp();
        programs.publish("shop", Map.of("purchase", Map.of(), "visit", Map.of()));

        // When
        Verdict verdict = admission.sort("shop", List.of(event(0, "visit", Map.of())));

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Sorted.class, sorted -> assertThat(sorted.rejected()).isEmpty());
    }

    @Test
    void refusesWhatTheNewestVersionDoesNotKnow() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of("amount", "double")));

        // When
        Verdict verdict =
                admission.sort(
                        "shop",
                        List.of(
                                event(0, "visit", Map.of()),
                                event(1, "purchase", Map.of("amount", 1.5)),
                                event(2, "purchase", Map.of("amount", "much"))));

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Sorted.class,
                        sorted -> {
                            assertThat(sorted.admitted())
                                    .extracting(Accepted::index)
                                    .containsExactly(1);
                            assertThat(sorted.rejected())
                                    .extracting(it -> it.index() + " " + it.problem().type())
                                    .containsExactly(
                                            "0 https://laurel.dev/problems/unknown-event-type",
                                            "2 https://laurel.dev/problems/invalid-event");
                        });
    }

    /** Who knew a prize's id beforehand could take it, and the prize would be a duplicate. */
    @Test
    void nobodyTakesTheIdentityOfThePlatformsOwnEvents() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of()));
        Event disguised =
                new Event(
                        "shop",
                        "/laurel/leaderboard-service",
                        "e-0",
                        "purchase",
                        "ann",
                        NOON,
                        NOON,
                        false,
                        Map.of());

        // When
        Verdict verdict = admission.sort("shop", List.of(new Accepted(0, disguised, new byte[0])));

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Sorted.class,
                        sorted -> {
                            assertThat(sorted.admitted()).isEmpty();
                            assertThat(sorted.rejected())
                                    .extracting(it -> it.problem().type().toString())
                                    .containsExactly("https://laurel.dev/problems/invalid-event");
                        });
    }

    @Test
    void doesNotKnowWhatWasNeverPublished() {
        assertThat(admission.sort("shop", List.of(event(0, "purchase", Map.of()))))
                .isEqualTo(new UnknownProgram());
    }

    @Test
    void refusesNothingByAProgramThatMayBeOld() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of()));
        programs.catchUp();
        programs.loseTheBroker();

        // When
        Verdict verdict = admission.sort("shop", List.of(event(0, "visit", Map.of())));

        // Then
        assertThat(verdict).isEqualTo(new Undecidable());
    }

    @Test
    void needsNoNewsForWhatIsMalformedUnderAnyProgram() {
        // Given
        programs.publish("shop", Map.of("purchase", Map.of()));
        programs.catchUp();
        programs.loseTheBroker();
        var malformed =
                new Rejected(
                        0,
                        "e-1",
                        List.of(
                                new FieldProblem("/time", "Expected a time.", "RFC 3339"),
                                new FieldProblem("/subject", "Expected a member.", null)));

        // When
        Verdict verdict = admission.sort("shop", List.of(malformed));

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Sorted.class,
                        sorted -> {
                            RejectedEvent rejected = sorted.rejected().getFirst();
                            assertThat(rejected.id()).isEqualTo("e-1");
                            assertThat(rejected.problem().detail())
                                    .isEqualTo(
                                            "Expected a sound event, but 2 things are wrong with it.");
                            assertThat(rejected.problem().errors()).hasSize(2);
                        });
    }

    private static EventReading event(int index, String type, Map<String, Object> data) {
        return new Accepted(
                index,
                new Event("shop", "/till", "e-" + index, type, "ann", NOON, NOON, false, data),
                new byte[0]);
    }
}
