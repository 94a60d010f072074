package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What arrives in HubSpot, whatever goes wrong on the way. */
class HubSpotDeliveryIT extends RunningDelivery {

    private static final String KEY = "pat-sandbox-key-0000";

    private final HubSpotSandbox hubspot = new HubSpotSandbox(KEY);

    HubSpotDeliveryIT() {
        super("hubspot", "{\"serviceKey\": \"%s\"}".formatted(KEY));
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
    void enrichesTheContactThatHasTheMembersAddress() throws Exception {
        // Given
        String contact = contact("ann");

        // When
        book("ann", 120);

        // Then
        awaitField(contact, "laurel_stars_available", "120");
        assertThat(hubspot.contacts().find(contact).orElseThrow().values())
                .containsEntry("laurel_member_id", "ann")
                .containsEntry("laurel_badge_count", "0")
                .containsEntry("email", "ann@example.com");
        awaitNothingPending();
        assertThat(status().at("/linked").asLong()).isEqualTo(1);
        assertThat(status().at("/today/written").asLong()).isEqualTo(1);
    }

    @Test
    void makesNoContactForAMemberWithoutOne() {
        // Given
        REGISTRY.add(program(), "nobody", "nobody@example.com");

        // When
        book("nobody", 1);

        // Then
        await().atMost(SOON).until(() -> !status().at("/unlinked").isEmpty());
        awaitNothingPending();
        assertThat(hubspot.contacts().size()).isZero();
        assertThat(status().at("/failures").isEmpty()).isTrue();
    }

    @Test
    void findsAContactThatCameLater() {
        // Given
        REGISTRY.add(program(), "late", "late@example.com");
        book("late", 3);
        await().atMost(SOON).until(() -> !status().at("/unlinked").isEmpty());

        // When
        String contact = contact("late");
        jdbc().sql("UPDATE crm.link SET retry_at = now() WHERE program = ?")
                .param(program())
                .update();

        // Then
        awaitField(contact, "laurel_stars_available", "3");
        await().atMost(SOON).until(() -> status().at("/unlinked").isEmpty());
    }

    @Test
    void sendsOnlyWhatChanged() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, "laurel_stars_available", "5");
        awaitNothingPending();
        // Somebody in the CRM writes into a field of ours that does not change.
        hubspot.contacts().update(contact, Map.of("laurel_badges", "by hand"));

        // When
        book("ann", 6);

        // Then
        awaitField(contact, "laurel_stars_available", "6");
        assertThat(field(contact, "laurel_badges")).isEqualTo("by hand");
    }

    @Test
    void coalescesTheChangesOfAMember() throws Exception {
        // Given
        List<String> contacts = IntStream.range(0, 250).mapToObj(it -> contact("m" + it)).toList();
        book("m0", 0);
        awaitNothingPending();
        assertThat(connections().post("/crm/pause").status()).isEqualTo(200);
        long before = server().statistics().calls();
        long writtenBefore = server().statistics().written();
        for (int round = 1; round <= 20; round++) {
            book(members(250), round);
        }
        assertThat(server().statistics().calls()).as("while it is paused").isEqualTo(before);

        // When
        connections().post("/crm/resume");

        // Then
        awaitField(contacts.getLast(), "laurel_stars_available", "20");
        awaitNothingPending();
        assertThat(contacts)
                .allSatisfy(it -> assertThat(field(it, "laurel_stars_available")).isEqualTo("20"));
        // One look at the fields, and per hundred two searches and a write.
        assertThat(server().statistics().calls() - before).isLessThanOrEqualTo(1 + 3 * 3);
        assertThat(server().statistics().written() - writtenBefore).isEqualTo(250);
    }

    @Test
    void sendsAgainWhatWasDoneButNotAnswered() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 10);
        awaitField(contact, "laurel_stars_available", "10");
        awaitNothingPending();

        // When
        server().faults().next(new Fault.LostAnswer());
        book("ann", 20);
        awaitField(contact, "laurel_stars_available", "20");
        // Before the retry it is 10 again, which was acknowledged once.
        book("ann", 10);

        // Then
        awaitField(contact, "laurel_stars_available", "10");
        awaitNothingPending();
    }

    @Test
    void obeysTheCrmThatAsksForAPause() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitField(contact, "laurel_stars_available", "1");
        awaitNothingPending();
        long before = server().statistics().calls();

        // When
        server().faults().next(new Fault.Throttled(Duration.ofSeconds(3)));
        book("ann", 2);

        // Then
        await().atMost(SOON).until(() -> status().at("/state").asString().equals("throttled"));
        assertThat(status().at("/reason").asString()).contains("429");
        awaitField(contact, "laurel_stars_available", "2");
        assertThat(server().statistics().calls() - before).isEqualTo(2);
    }

    @Test
    void leavesToPeopleWhatTheCrmWillNotTakeAndSendsTheRest() throws Exception {
        // Given
        String ann = contact("ann");
        String bob = contact("bob");
        String eve = contact("eve");
        // Of eve's key the CRM says that another contact has it; a key must be unique.
        hubspot.contacts().create(Map.of("email", "x@example.com", "laurel_member_id", "EVE"));

        // When
        book("ann", 1);
        book("eve", 1);
        book("bob", 1);

        // Then
        awaitField(ann, "laurel_stars_available", "1");
        awaitField(bob, "laurel_stars_available", "1");
        awaitNothingPending();
        assertThat(field(eve, "laurel_stars_available")).isEmpty();
        JsonNode failure = connections().get("/crm/failures").body().at("/items/0");
        assertThat(failure.get("member").asString()).isEqualTo("eve");
        assertThat(failure.get("code").asString()).isEqualTo("CONFLICT");
        assertThat(failure.get("correlation").asString()).startsWith("sandbox-");
    }

    @Test
    void triesAgainWhatPeopleAskFor() throws Exception {
        // Given
        String eve = contact("eve");
        String other =
                hubspot.contacts()
                        .create(Map.of("email", "x@example.com", "laurel_member_id", "EVE"))
                        .id();
        book("eve", 1);
        await().atMost(SOON).until(() -> status().at("/failures/CONFLICT").asLong() == 1);

        // When
        hubspot.contacts().delete(other);
        assertThat(connections().post("/crm/failures/retry").body().get("members").asLong())
                .isEqualTo(1);

        // Then
        awaitField(eve, "laurel_stars_available", "1");
        awaitNothingPending();
        assertThat(connections().get("/crm/failures").body().get("items").isEmpty()).isTrue();
    }

    @Test
    void looksForAnotherContactWhenTheOneIsGone() throws Exception {
        // Given
        String first = contact("ann");
        book("ann", 1);
        awaitField(first, "laurel_stars_available", "1");
        awaitNothingPending();

        // When
        hubspot.contacts().delete(first);
        String second = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();
        book("ann", 2);

        // Then
        awaitField(second, "laurel_stars_available", "2");
        assertThat(field(second, "laurel_member_id")).isEqualTo("ann");
    }

    @Test
    void aKeyThatIsRevokedStopsTheConnectionVisiblyAndLosesNothing() throws Exception {
        // Given
        String contact = contact("ann");
        server().faults().next(new Fault.ExpiredToken());

        // When
        book("ann", 7);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().toString())
                                .contains("\"denied\"")
                                .contains("credentials not found or not valid"));
        hubspot.reviveKey();

        // Then
        awaitField(contact, "laurel_stars_available", "7");
    }

    @Test
    void everythingArrivesWhateverTheWeather() throws Exception {
        // Given
        List<String> contacts = IntStream.range(0, 300).mapToObj(it -> contact("m" + it)).toList();
        server().faults()
                .weather(
                        7,
                        0.3,
                        List.of(
                                new Fault.ServerError(503),
                                new Fault.LostAnswer(),
                                new Fault.LostRequest(),
                                new Fault.HalfFails(),
                                new Fault.Throttled(Duration.ofSeconds(1))));

        // When
        for (int round = 1; round <= 5; round++) {
            for (List<String> some :
                    List.of(members(300).subList(0, 150), members(300).subList(150, 300))) {
                book(some, round * 1000L);
            }
        }

        // Then
        awaitNothingPending();
        assertThat(contacts)
                .allSatisfy(
                        it -> assertThat(field(it, "laurel_stars_available")).isEqualTo("5000"));
        assertThat(status().at("/failures").isEmpty()).isTrue();
    }
}
