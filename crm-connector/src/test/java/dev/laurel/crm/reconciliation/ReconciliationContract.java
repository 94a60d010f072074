package dev.laurel.crm.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.delivery.RunningDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for the comparison with every CRM. */
abstract class ReconciliationContract extends RunningDelivery {

    private final String stars;

    /**
     * @param stars the vendor's field for a balance
     */
    protected ReconciliationContract(String kind, String credentials, String stars) {
        super(kind, credentials);
        this.stars = stars;
    }

    @Test
    void findsNothingWhereNobodyChangedAnything() {
        // Given
        for (String member : List.of("ann", "bob", "cid")) {
            contact(member);
            book(member, 3);
            rise(member, "gold");
            act(member, Instant.parse("2026-11-20T10:00:00.123Z"));
        }
        awaitNothingPending();

        // When
        JsonNode run = reconcile("");

        // Then
        assertThat(run.at("/sample").asLong()).isEqualTo(3);
        assertThat(run.at("/compared").asLong()).isEqualTo(3);
        assertThat(run.at("/drifted").asLong()).isZero();
        assertThat(drift()).isEmpty();
        assertThat(status().at("/drifted").asLong()).isZero();
    }

    @Test
    void tellsWhichFieldsPeopleChangedAndSinceWhenAndWritesThemAgainWhenItIsAsked()
            throws Exception {
        // Given
        String ann = contact("ann");
        String bob = contact("bob");
        book("ann", 3);
        book("bob", 4);
        awaitNothingPending();
        contacts().update(ann, Map.of(stars, "99"));
        JsonNode first = reconcile("");
        String since = drift().getFirst().at("/since").asString();

        // When
        JsonNode second = reconcile("?sample=10");

        // Then
        assertThat(first.at("/drifted").asLong()).isEqualTo(1);
        assertThat(second.at("/number").asLong()).isEqualTo(2);
        assertThat(drift()).hasSize(1);
        JsonNode found = drift().getFirst();
        assertThat(found.at("/member").asString()).isEqualTo("ann");
        assertThat(found.at("/contact").asString()).isEqualTo(ann);
        assertThat(found.at("/field").asString()).isEqualTo(stars);
        assertThat(found.at("/expected").asString()).isEqualTo("3");
        assertThat(found.at("/found").asString()).isEqualTo("99");
        assertThat(found.at("/since").asString()).as("the first time").isEqualTo(since);
        assertThat(status().at("/drifted").asLong()).isEqualTo(1);
        assertThat(field(ann, stars)).as("left to people").isEqualTo("99");

        // When
        assertThat(connections().post("/crm/reconciliation/repair").body().at("/members").asLong())
                .isEqualTo(1);

        // Then
        awaitField(ann, stars, "3");
        awaitNothingPending();
        assertThat(drift()).isEmpty();
        assertThat(field(bob, stars)).isEqualTo("4");
    }

    @Test
    void writesAgainWhatDriftedAndLooksForContactsThatAreGone() throws Exception {
        // Given
        String ann = contact("ann");
        String first = contact("bob");
        book("ann", 3);
        book("bob", 4);
        awaitNothingPending();
        contacts().update(ann, Map.of(stars, ""));
        contacts().delete(first);
        String second = contactOf("bob@example.com");

        // When
        JsonNode run = reconcile("?repair=true");

        // Then
        assertThat(run.at("/drifted").asLong()).isEqualTo(2);
        awaitField(ann, stars, "3");
        awaitField(second, stars, "4");
        awaitNothingPending();
        assertThat(drift()).isEmpty();
        assertThat(reconcile("").at("/drifted").asLong()).isZero();
    }

    @Test
    void doesNotTakeAChangeOnItsWayForDrift() {
        // Given
        contact("ann");
        book("ann", 3);
        awaitNothingPending();
        jdbc().sql(
                        """
                        INSERT INTO crm.pending (program, connection, member, lane, since, due_at)
                        VALUES (?, 'crm', 'ann', 1, now(), 'infinity')
                        """)
                .param(program())
                .update();

        // When
        JsonNode run = reconcile("");

        // Then
        assertThat(run.at("/skipped").asLong()).isEqualTo(1);
        assertThat(run.at("/compared").asLong()).isZero();
        assertThat(drift()).isEmpty();
    }

    protected final List<JsonNode> drift() {
        return connections()
                .get("/crm/reconciliation/drift")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** A reconciliation from its beginning to its end. */
    protected final JsonNode reconcile(String query) {
        assertThat(connections().post("/crm/reconciliation" + query).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> run().at("/state").asString().equals("ended"));
        return run();
    }

    protected final JsonNode run() {
        return connections().get("/crm/reconciliation").body();
    }
}
