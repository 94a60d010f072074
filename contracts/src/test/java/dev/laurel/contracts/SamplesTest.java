package dev.laurel.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.events.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Samples of every published version stay for ever; what can be read today can be read then. */
class SamplesTest {

    static List<Contract> contracts() {
        return Contract.ALL;
    }

    static Stream<Arguments> samples() {
        return samplesOf(Contract.ALL.stream());
    }

    /** An event becomes a record by way of the CloudEvents library, which has this test for it. */
    static Stream<Arguments> samplesOfRecords() {
        return samplesOf(Contract.ALL.stream().filter(contract -> contract.type() != Event.class));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void areSeveral(Contract contract) {
        assertThat(contract.samples()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areValid(Contract contract, Path sample) {
        assertThat(contract.errors(Contract.JSON.readTree(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areNoLongerValidWithoutARequiredProperty(Contract contract, Path sample) {
        contract.schema()
                .path("required")
                .forEach(name -> {
                    ObjectNode damaged = (ObjectNode) Contract.JSON.readTree(sample);
                    damaged.remove(name.asString());
                    assertThat(contract.errors(damaged)).as(name.asString()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("samplesOfRecords")
    void becomeRecordsAndTheSameJsonAgain(Contract contract, Path sample) {
        // Given
        JsonNode json = Contract.JSON.readTree(sample);

        // When
        Record record = Contract.JSON.treeToValue(json, contract.type());
        JsonNode again = Contract.JSON.readTree(Contract.JSON.writeValueAsString(record));

        // Then
        assertThat(contract.errors(again)).isEmpty();
        assertThat(again).isEqualTo(json);
    }

    private static Stream<Arguments> samplesOf(Stream<Contract> contracts) {
        return contracts.flatMap(
                contract -> contract.samples().stream().map(file -> Arguments.of(contract, file)));
    }
}
