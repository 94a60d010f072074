package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.delivery.ConnectionApi.Answer;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That secrets, and the tokens that are given for them, stay where they are. */
@ExtendWith(OutputCaptureExtension.class)
class TokensIT extends RunningCrmConnector {

    private static final String SECRET = "cl1ent-5ecret-0f-the-5h0p";

    private ConnectionApi api;

    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void program() {
        publish("tokens");
        api = new ConnectionApi(port(), "tokens");
    }

    @AfterEach
    void disconnect() {
        api.delete("/crm", "*");
    }

    @Test
    void salesforcesStayWhereTheyAre(CapturedOutput output) throws IOException {
        SalesforceSandbox sandbox = new SalesforceSandbox("app", SECRET);
        staysWhereItIs(
                output,
                sandbox,
                """
                {"kind": "salesforce", "url": "{url}",
                 "credentials": {"clientId": "app", "clientSecret": "%s"}}
                """);
        assertThat(sandbox.sessions().granted()).isPositive();
    }

    @Test
    void dynamicsStayWhereTheyAre(CapturedOutput output) throws IOException {
        DynamicsSandbox sandbox = new DynamicsSandbox("acme", "app", SECRET);
        staysWhereItIs(
                output,
                sandbox,
                """
                {"kind": "dynamics", "url": "{url}",
                 "credentials": {"authority": "{url}", "tenantId": "acme", "clientId": "app",
                                 "clientSecret": "%s"}}
                """);
        assertThat(sandbox.tokens().granted()).isPositive();
    }

    @Test
    void tokensAreAskedForAtAddressesOnly() {
        // When
        Answer answer =
                api.put(
                        "/crm",
                        "",
                        """
                        {"kind": "dynamics", "url": "https://acme.crm.dynamics.com",
                         "credentials": {"authority": "https://%s@evil.example/x",
                                         "tenantId": "acme", "clientId": "app",
                                         "clientSecret": "%s"}}
                        """
                                .formatted(SECRET, SECRET));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/credentials/authority");
        assertThat(answer.body().toString()).doesNotContain(SECRET);
    }

    private void staysWhereItIs(CapturedOutput output, Vendor sandbox, String body)
            throws IOException {
        // Given
        List<String> answers = new ArrayList<>();
        try (SandboxServer server = new SandboxServer(sandbox, 0)) {
            String good = body.replace("{url}", server.url().toString()).formatted(SECRET);

            // When
            answers.add(api.put("/crm", "", good).body().toString());
            answers.add(api.post("/crm/provision").body().toString());
            answers.add(api.post("/crm/test").body().toString());
            answers.add(api.get("/crm").body().toString());
            answers.add(
                    api.put("/crm", "\"1\"", good.replace(SECRET, "wrong-" + SECRET))
                            .body()
                            .toString());
            answers.add(api.post("/crm/test").body().toString());
            answers.add(api.get("/crm/status").body().toString());
        }

        // Then
        assertThat(answers.get(2)).contains("PRESENT").doesNotContain("MISSING");
        assertThat(answers.get(5)).contains("invalid_client");
        for (String place : List.of(String.join("\n", answers), output.getAll(), database())) {
            assertThat(place).doesNotContain(SECRET, "00D000000000001!AQ", "eyJ0eXAi.sandbox");
        }
    }

    private String database() {
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("connection", "connection_run", "pending", "link", "failure")) {
            jdbc.sql("SELECT t::text FROM crm.%s t".formatted(table))
                    .query(String.class)
                    .list()
                    .forEach(rows::append);
        }
        return rows.toString();
    }
}
