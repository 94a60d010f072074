package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.dynamics.DynamicsWebhooks;
import dev.laurel.sandbox.http.Vendor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Dataverse tells by a service endpoint. */
class DynamicsWebhookIT extends RunningInbound {

    private static final String SECRET = "a-secret-of-the-endpoint";
    private static final String HEADER = "X-Laurel-Webhook-Key";

    private final DynamicsSandbox dynamics =
            new DynamicsSandbox("contoso.example", "client", "secret");
    private DynamicsWebhooks webhooks;

    DynamicsWebhookIT() {
        super(
                "dynamics",
                """
                {"tenantId": "contoso.example", "clientId": "client", "clientSecret": "secret",
                 "authority": "{url}", "webhookSecret": "%s"}
                """
                        .formatted(SECRET));
    }

    @Override
    protected Vendor vendor() {
        return dynamics;
    }

    @Override
    protected Contacts contacts() {
        return dynamics.contacts();
    }

    @Override
    protected String emailField() {
        return "emailaddress1";
    }

    @Override
    protected String inbound() {
        return """
        {"fields": {"address1_city": "attributes.city"},
         "events": {"lastname": "name-changed"}}
        """;
    }

    @BeforeEach
    void register() {
        webhooks = new DynamicsWebhooks(contacts(), webhook(), Map.of(HEADER, SECRET));
    }

    @AfterEach
    void unregister() {
        webhooks.close();
    }

    @Test
    void takesChangesOfALinkedContactAndNoneOfItsOwn() throws Exception {
        // Given
        String contact = linked("ann");
        await().atMost(SOON).until(() -> today("echoes") >= 3);
        assertThat(known("ann")).isEmpty();

        // When
        people(contact, "address1_city", "York");
        people(contact, "lastname", "Lee");
        book("ann", 99);

        // Then
        awaitKnown("ann", "attributes.city", "York");
        await().atMost(SOON).until(() -> events().size() == 1);
        awaitNothingPending();
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(events().getFirst().at("/data/value").asString()).isEqualTo("Lee");
        assertThat(INTAKE.posts(program())).isEqualTo(1);
    }

    @Test
    void takesAnOperationThatIsTriedAgainOnce() throws Exception {
        // Given
        String contact = linked("ann");
        String context = context("11111111-0000-4000-a000-000000000001", contact, "Lee");

        // When
        assertThat(post(Map.of(HEADER, SECRET), context).statusCode()).isEqualTo(204);
        assertThat(post(Map.of(HEADER, SECRET), context).statusCode()).isEqualTo(204);

        // Then
        await().atMost(SOON).until(() -> events().size() == 1);
        assertThat(post(Map.of(HEADER, SECRET), context).statusCode()).isEqualTo(204);
        people(contact, "address1_city", "York");
        awaitKnown("ann", "attributes.city", "York");
        assertThat(INTAKE.posts(program())).isEqualTo(1);
    }

    @Test
    void readsTheContactOfAContextThatWasTooLarge() throws Exception {
        // Given
        String contact = linked("ann");
        webhooks.close();
        people(contact, "address1_city", "York");

        // When
        int status =
                post(
                                Map.of(HEADER, SECRET, "x-ms-dynamics-msg-size-exceeded", "true"),
                                """
                                {"MessageName": "Update", "PrimaryEntityName": "contact",
                                 "PrimaryEntityId": "%s", "OperationId": "x-1"}
                                """
                                        .formatted(contact))
                        .statusCode();

        // Then
        assertThat(status).isEqualTo(204);
        awaitKnown("ann", "attributes.city", "York");
    }

    @Test
    void takesNothingWithoutTheSecret() {
        // Given
        String context =
                context("11111111-0000-4000-a000-000000000002", "00000000-0000-4000-8000-1", "x");

        // When
        int none = post(Map.of(), context).statusCode();
        int other = post(Map.of(HEADER, SECRET + "x"), context).statusCode();
        int broken = post(Map.of(HEADER, SECRET), context).statusCode();

        // Then
        assertThat(none).isEqualTo(401);
        assertThat(other).isEqualTo(401);
        assertThat(broken).isEqualTo(400);
        assertThat(today("heard")).isZero();
    }

    private static String context(String operation, String contact, String name) {
        return """
        {"MessageName": "Update", "PrimaryEntityName": "contact", "PrimaryEntityId": "%s",
         "OperationId": "%s", "OperationCreatedOn": "/Date(1796300000000)/",
         "InputParameters": [{"key": "Target", "value": {"Attributes": [
            {"key": "lastname", "value": "%s"}]}}]}
        """
                .formatted(contact, operation, name);
    }
}
