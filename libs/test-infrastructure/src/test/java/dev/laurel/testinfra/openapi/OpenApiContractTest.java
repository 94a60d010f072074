package dev.laurel.testinfra.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiContractTest {

    @TempDir Path folder;
    private OpenApiContract contract;

    @BeforeEach
    void aDocument() throws IOException {
        Path yaml =
                Files.writeString(
                        folder.resolve("toy-service.yaml"),
                        """
                        openapi: 3.1.0
                        paths:
                          /v1/toys/{toy}:
                            parameters: []
                            get: {}
                            put: {}
                        """);
        contract = OpenApiContract.read(yaml);
    }

    @Test
    void acceptsTheSameOperationsWhateverTheirVariablesAreCalled() {
        assertThatCode(() ->
                        contract.assertSameAs(
                                List.of(
                                        "GET /v1/toys/{id}",
                                        "PUT /v1/toys/{id:[a-z]+}",
                                        "GET /internal/status",
                                        "GET /actuator/health")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesBothWhatIsMissingAndWhatIsNotPromised() {
        assertThatThrownBy(() ->
                        contract.assertSameAs(
                                List.of("GET /v1/toys/{toy}", "DELETE /v1/toys/{toy}")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        Expected the service to have the operations of toy-service.yaml, but
                        it does not have:
                          PUT /v1/toys/{toy}
                        the document does not have:
                          DELETE /v1/toys/{toy}\
                        """);
    }

    @Test
    void findsTheDocumentsOfThisCheckout() {
        assertThatThrownBy(() -> OpenApiContract.of("no-such-service"))
                .hasMessageContaining("no-such-service.yaml");
    }
}
