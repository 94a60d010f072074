package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import dev.laurel.servicetesting.TopicProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is written to a CRM, and what goes when a member takes that back or is erased. */
class ConsentIT extends RunningDelivery {

    private static final String KEY = "pat-sandbox-key-0000";
    private static final String STARS = "laurel_stars_available";

    private final HubSpotSandbox hubspot = new HubSpotSandbox(KEY);
    private final TopicProbe<MemberAttributes> members = new TopicProbe<>(Topics.MEMBERS);

    @Autowired private Consents consents;

    ConsentIT() {
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

    @AfterEach
    void hear() {
        REGISTRY.deaf(false);
    }

    @Test
    void writesNothingAboutMembersWhoDoNotConsent() {
        // Given
        String silent = contact("silent");
        String refusing = contact("refusing");
        consent("refusing", false);

        // When
        bookWithoutConsent("silent", 1);
        bookWithoutConsent("refusing", 1);

        // Then
        awaitUnlinked(Consent.UNSAID, 1);
        awaitUnlinked(Consent.REFUSED, 1);
        awaitNothingPending();
        assertThat(ours(silent)).isEmpty();
        assertThat(ours(refusing)).isEmpty();
        assertThat(connections().get("/crm/preview?member=silent").body().get("consent").asString())
                .isEqualTo("unsaid");
    }

    @Test
    void clearsTheContactWhenConsentIsTakenBackAndFillsItWhenItIsGivenAgain() {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, STARS, "5");
        awaitNothingPending();

        // When
        consent("ann", null);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ours(contact)).isEmpty());
        awaitNothingPending();
        book("ann", 6);
        awaitNothingPending();
        assertThat(ours(contact)).isEmpty();
        consent("ann", true);
        awaitField(contact, STARS, "6");
        awaitField(contact, "laurel_member_id", "ann");
        awaitNothingPending();
        assertThat(status().at("/unlinked").isEmpty()).isTrue();
    }

    @Test
    void clearsWhatWasOnItsWayWhenConsentWasTakenBack() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, STARS, "5");
        awaitNothingPending();
        long before = server().statistics().calls();
        server().faults().next(new Fault.Slow(Duration.ofSeconds(2)));
        book("ann", 6);
        await().atMost(PATIENCE).until(() -> server().statistics().calls() > before);

        // When
        consent("ann", false);

        // Then
        awaitNothingPending();
        assertThat(ours(contact)).isEmpty();
        assertThat(hubspot.contacts().find(contact).orElseThrow().changes()).isEqualTo(4);
    }

    @Test
    void erases() throws Exception {
        clearsTheContactOfAMemberWhoIsErased();
    }

    @Test
    void writesNothingMoreOfAMemberWhoWasErased() {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, STARS, "5");
        awaitNothingPending();
        REGISTRY.erase(program(), "ann");
        await().atMost(PATIENCE).until(() -> REGISTRY.isCleared(program(), "ann"));

        // When
        REGISTRY.erase(program(), "ann");
        consent("ann", true);
        bookWithoutConsent("ann", 6);
        connections().post("/crm/resync");

        // Then
        awaitNothingPending();
        assertThat(ours(contact)).isEmpty();
        awaitUnlinked(Consent.ERASED, 1);
    }

    @Test
    void erasesAMemberWhoseContactIsBeingLookedFor() throws Exception {
        // Given
        String contact = contact("ann");
        book("warm", 1);
        awaitNothingPending();
        long before = server().statistics().calls();
        server().faults().next(new Fault.Slow(Duration.ofSeconds(2)));
        book("ann", 5);
        await().atMost(PATIENCE).until(() -> server().statistics().calls() > before);

        // When
        REGISTRY.erase(program(), "ann");

        // Then
        await().atMost(PATIENCE).until(() -> REGISTRY.isCleared(program(), "ann"));
        assertThat(ours(contact)).isEmpty();
        awaitNothingPending();
        assertThat(ours(contact)).isEmpty();
    }

    @Test
    void erasesWhenTheCrmAndTheRegistryAreThereAgain() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, STARS, "5");
        awaitNothingPending();
        server().faults().down(true);
        REGISTRY.erase(program(), "ann");
        await().atMost(PATIENCE).until(() -> consentOf("ann") == Consent.ERASED);
        await().atMost(PATIENCE).until(() -> status().at("/pending").asLong() == 1);
        assertThat(REGISTRY.isCleared(program(), "ann")).isFalse();

        // When
        REGISTRY.deaf(true);
        server().faults().down(false);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ours(contact)).isEmpty());
        REGISTRY.deaf(false);

        // Then
        await().atMost(PATIENCE).until(() -> REGISTRY.isCleared(program(), "ann"));
    }

    @Test
    void hearsOfConsentsFromTheRegistrysTopic() {
        // Given
        String contact = contact("ann");
        bookWithoutConsent("ann", 5);
        tell("ann", Map.of("crm", true, "leaderboards", false));
        awaitField(contact, STARS, "5");

        // When
        tell("ann", Map.of("leaderboards", false));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ours(contact)).isEmpty());
        tell("ann", Map.of("crm", true));
        awaitField(contact, STARS, "5");
        members.forget(program() + "/ann");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ours(contact)).isEmpty());
        tell("never-asked", null);
        tell("ann", Map.of("crm", true));
        awaitField(contact, STARS, "5");
        assertThat(consentOf("never-asked")).isEqualTo(Consent.UNSAID);
    }

    @Test
    void leavesWhatWasWrittenBeforeAnybodyAskedAndWritesNoMore() {
        // Given
        String contact = contact("ann");
        book("ann", 5);
        awaitField(contact, STARS, "5");
        awaitNothingPending();
        jdbc().sql("DELETE FROM crm.consent WHERE program = ?").param(program()).update();

        // When
        bookWithoutConsent("ann", 6);

        // Then
        await().atMost(PATIENCE).until(() -> status().at("/withheld").asLong() == 1);
        awaitNothingPending();
        assertThat(field(contact, STARS)).isEqualTo("5");
        consent("ann", true);
        awaitField(contact, STARS, "6");
        await().atMost(PATIENCE).until(() -> status().at("/withheld").asLong() == 0);
    }

    private void tell(String member, @Nullable Map<String, Boolean> said) {
        members.send(
                members.raw(
                        program() + "/" + member,
                        new MemberAttributes(
                                program(),
                                member,
                                1,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                Map.of(),
                                Map.of(),
                                said,
                                Instant.EPOCH)));
    }

    private Consent consentOf(String member) {
        return consents.of(program(), List.of(member)).getOrDefault(member, Consent.UNSAID);
    }

    private void awaitUnlinked(Consent consent, long members) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(status().path("unlinked").path(consent.reason()).asLong())
                                .as(status().toString())
                                .isEqualTo(members));
    }
}
