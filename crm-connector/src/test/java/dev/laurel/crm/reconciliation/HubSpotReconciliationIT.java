package dev.laurel.crm.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.delivery.ConnectionApi;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** HubSpot's contacts, and what has nothing to do with the vendor. */
class HubSpotReconciliationIT extends ReconciliationContract {

    private static final String STARS = "laurel_stars_available";

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");

    HubSpotReconciliationIT() {
        super("hubspot", "{\"serviceKey\": \"key\"}", STARS);
    }

    @Override
    protected Vendor vendor() {
        return hubspot;
    }

    @Override
    protected Contacts contacts() {
        return hubspot.contacts();
    }

    @Override
    protected String emailField() {
        return "email";
    }

    @Test
    void comparesAsManyAsAreAskedForAHundredInACall() throws Exception {
        // Given
        List<String> contacts = IntStream.range(0, 120).mapToObj(it -> contact("m" + it)).toList();
        book(members(120), 1);
        awaitNothingPending();
        for (String contact : contacts) {
            hubspot.contacts().update(contact, Map.of(STARS, "2"));
        }
        long before = server().statistics().calls();

        // When
        JsonNode run = reconcile("?sample=101");

        // Then
        assertThat(run.at("/sample").asLong()).isEqualTo(101);
        assertThat(run.at("/drifted").asLong()).isEqualTo(101);
        assertThat(server().statistics().calls() - before).isEqualTo(2);
        JsonNode page = connections().get("/crm/reconciliation/drift?limit=100").body();
        JsonNode next =
                connections()
                        .get("/crm/reconciliation/drift?cursor=" + page.at("/next").asString())
                        .body();
        assertThat(page.at("/items").size() + next.at("/items").size()).isEqualTo(101);
        assertThat(next.at("/next").isNull()).isTrue();
    }

    @Test
    void goesOnAfterAnOutageWhereItWas() {
        // Given
        contact("ann");
        book("ann", 1);
        awaitNothingPending();
        server().faults().next(new Fault.ServerError(503), new Fault.LostRequest());

        // When
        JsonNode run = reconcile("");

        // Then
        assertThat(run.at("/compared").asLong()).isEqualTo(1);
    }

    /** A field that somebody deleted, say: it would be refused for ever. */
    @Test
    void saysWhyItDoesNotGoOn() {
        // Given
        contact("ann");
        book("ann", 1);
        awaitNothingPending();
        server().faults().weather(1, 1.0, List.of(new Fault.ServerError(400)));
        assertThat(connections().post("/crm/reconciliation").status()).isEqualTo(202);

        // When
        await().atMost(SOON).until(() -> !run().at("/trouble").asString("").isEmpty());

        // Then
        assertThat(run().at("/state").asString()).isEqualTo("running");
        server().faults().weather(1, 0, List.of());
        await().atMost(SOON).until(() -> run().at("/state").asString().equals("ended"));
        assertThat(run().at("/trouble").asString()).isEmpty();
        assertThat(run().at("/compared").asLong()).isEqualTo(1);
    }

    @Test
    void endsWhereItIsWhenSomebodyCancels() {
        // Given
        contact("ann");
        book("ann", 1);
        awaitNothingPending();
        connections().post("/crm/pause");
        connections().post("/crm/reconciliation");

        // When
        JsonNode cancelled = connections().post("/crm/reconciliation/cancel").body();
        connections().post("/crm/resume");

        // Then
        assertThat(cancelled.at("/state").asString()).isEqualTo("ended");
        assertThat(cancelled.at("/compared").asLong()).isZero();
    }

    @Test
    void forgetsWhatItFoundOfAMemberWhoTakesTheConsentBack() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitNothingPending();
        hubspot.contacts().update(contact, Map.of(STARS, "2"));
        reconcile("");
        assertThat(drift()).hasSize(1);

        // When
        consent("ann", false);

        // Then
        await().atMost(SOON).until(() -> drift().isEmpty());
        assertThat(reconcile("").at("/sample").asLong()).isZero();
    }

    @Test
    void saysWhichSamplesThereCanBe() {
        // When
        ConnectionApi.Answer answer = connections().post("/crm/reconciliation?sample=0");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("?sample", "1 to 1000000");
    }
}
