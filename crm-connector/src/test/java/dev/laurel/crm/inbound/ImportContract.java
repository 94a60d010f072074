package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an import of any CRM does; the sandboxes' pages are as large as the vendors'. */
abstract class ImportContract extends RunningInbound {

    protected ImportContract(String kind, String credentials) {
        super(kind, credentials);
    }

    /** The CRM's field for a city. */
    protected abstract String cityField();

    /** The CRM's field that has the member's id. */
    protected abstract String memberField();

    /** What was sold. */
    protected abstract Contacts purchases();

    /** A purchase that was made, with an amount and contacts with commas between them. */
    protected abstract Map<String, String> won(String amount, String contacts);

    /** The same as long as it is not made. */
    protected abstract Map<String, String> open(String amount, String contacts);

    @Override
    protected String inbound() {
        return """
        {"memberField": "%s", "fields": {"%s": "attributes.city"},
         "purchases": {"type": "bought", "fields": {"amount": "amount as number"}}}
        """
                .formatted(memberField(), cityField());
    }

    @Test
    void importsContactsAndPurchasesOnceHoweverOftenItIsAsked() throws Exception {
        // Given
        List<String> contacts = people(450);
        purchases().create(won("12.50", contacts.get(0)));
        purchases().create(won("7", contacts.get(449)));
        purchases().create(open("99", contacts.get(1)));

        // When
        importAll("");
        long merges = REGISTRY.merges();
        long posts = INTAKE.posts(program());
        importAll("?whole=true");
        importAll("");

        // Then
        assertThat(
                        IntStream.range(0, 450)
                                .filter(it ->
                                        !known("m-" + it)
                                                .equals(Map.of("attributes.city", "c" + it)))
                                .boxed())
                .isEmpty();
        assertThat(merges).isGreaterThanOrEqualTo(450);
        assertThat(REGISTRY.merges()).isEqualTo(merges);
        assertThat(posts).isEqualTo(2);
        assertThat(INTAKE.posts(program())).isEqualTo(posts);
        assertThat(events())
                .extracting(it -> it.path("subject").asString() + " " + it.at("/data/amount"))
                .containsExactlyInAnyOrder("m-0 12.5", "m-449 7");
        assertThat(setAside()).isEmpty();
        assertThat(status().at("/today/calls").asLong())
                .as("every request is counted")
                .isEqualTo(server().statistics().calls());
    }

    @Test
    void importsWhatChangedSince() throws Exception {
        // Given
        AtomicLong clock = new AtomicLong(1_796_300_000_000L);
        contacts().clock(clock::get);
        purchases().clock(clock::get);
        List<String> contacts = people(30);
        clock.addAndGet(3_600_000);
        person(30);
        importAll("");
        clock.addAndGet(3_600_000);

        // When
        people(contacts.get(3), cityField(), "Rome");
        people(contacts.get(4), cityField(), "");
        purchases().create(won("3", contacts.get(5)));
        JsonNode second = importAll("");

        // Then
        assertThat(second.path("contacts").asLong()).isBetween(2L, 10L);
        assertThat(known("m-3")).containsEntry("attributes.city", "Rome");
        assertThat(known("m-4")).isEmpty();
        assertThat(events()).hasSize(1);
    }

    @Test
    void takesWhatItWroteItselfForNoNews() throws Exception {
        // Given
        String contact = linked("ann");
        people(contact, cityField(), "York");
        importAll("");
        long merges = REGISTRY.merges();
        long written = contacts().find(contact).orElseThrow().changes();

        // When
        book("ann", 900);
        awaitNothingPending();
        JsonNode second = importAll("");

        // Then
        assertThat(contacts().find(contact).orElseThrow().changes()).isGreaterThan(written);
        assertThat(second.path("contacts").asLong()).isPositive();
        assertThat(REGISTRY.merges()).isEqualTo(merges);
        assertThat(known("ann")).isEqualTo(Map.of("attributes.city", "York"));
        assertThat(events()).isEmpty();
    }

    @Test
    void missesNothingThatChangesMeanwhile() throws Exception {
        // Given
        List<String> contacts = people(600);
        Map<String, String> latest = new HashMap<>();

        // When
        connections().post("/crm/import");
        for (int round = 0; round < 60; round++) {
            String contact = contacts.get(round * 10);
            people(contact, cityField(), "new-" + round);
            latest.put("m-" + round * 10, "new-" + round);
        }
        List<String> late = new ArrayList<>();
        for (int nth = 600; nth < 610; nth++) {
            late.add(person(nth));
        }
        awaitImported();
        importAll("");

        // Then
        latest.forEach((member, city) ->
                assertThat(known(member)).as(member).containsEntry("attributes.city", city));
        assertThat(late).hasSize(10);
        assertThat(known("m-609")).containsEntry("attributes.city", "c609");
    }

    @Test
    void setsPurchasesAsideUntilTheirContactIsKnown() throws Exception {
        // Given
        AtomicLong clock = new AtomicLong(1_796_300_000_000L);
        contacts().clock(clock::get);
        purchases().clock(clock::get);
        String stranger = contactOf("stranger@example.com");
        String ann = person(1);
        purchases().create(won("5", stranger));
        purchases().create(won("6", ""));
        purchases().create(won("many", ann));
        importAll("");
        assertThat(setAside())
                .containsExactlyInAnyOrder(
                        "contact " + stranger,
                        "purchase " + stranger,
                        "purchase ",
                        "purchase " + ann);
        clock.addAndGet(3_600_000);
        purchases().create(won("8", ann));
        importAll("");

        // When
        people(stranger, memberField(), "m-77");
        importAll("");
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(sold()).containsExactlyInAnyOrder("m-1 8", "m-77 5");
                    assertThat(setAside())
                            .containsExactlyInAnyOrder("purchase ", "purchase " + ann);
                    assertThat(again()).isZero();
                });
    }

    @Test
    void readsWhatIsSetAsideByItsIdAndNothingElseAgain() throws Exception {
        // Given
        AtomicLong clock = new AtomicLong(1_796_300_000_000L);
        contacts().clock(clock::get);
        purchases().clock(clock::get);
        String stranger = contactOf("stranger@example.com");
        String ann = person(1);
        String kept = purchases().create(won("5", stranger)).id();
        String lost = purchases().create(won("6", stranger)).id();
        String undone = purchases().create(won("7", stranger)).id();
        for (int nth = 0; nth < 30; nth++) {
            purchases().create(won("1" + nth, ann));
        }
        importAll("");
        clock.addAndGet(3_600_000);
        purchases().create(won("8", ann));
        importAll("");
        Instant seen = purchasesSeen();
        purchases().delete(lost);
        purchases().update(undone, open("7", stranger));

        // When
        clock.addAndGet(3_600_000);
        people(stranger, memberField(), "m-77");
        importAll("");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(sold()).contains("m-77 5").hasSize(32);
                    assertThat(setAside()).isEmpty();
                });
        assertThat(kept).isNotEmpty();
        assertThat(purchasesSeen()).isAfterOrEqualTo(seen);
        assertThat(importAll("").path("purchases").asLong()).isLessThanOrEqualTo(2);
    }

    /** As after a merge of the one contact into the other. */
    @Test
    void takesAPurchaseOfAContactThatIsGoneOnceItIsAnothers() throws Exception {
        // Given
        String ann = person(1);
        String twin = contactOf("twin@example.com");
        String purchase = purchases().create(won("5", twin)).id();
        importAll("");
        assertThat(setAside()).containsExactlyInAnyOrder("contact " + twin, "purchase " + twin);

        // When
        purchases().update(purchase, won("5", ann));
        contacts().delete(twin);
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(sold()).containsExactly("m-1 5");
                    assertThat(setAside()).isEmpty();
                });
    }

    @Test
    void forgetsAPurchaseOfAContactThatIsGoneOnceItIsOfAMemberWhoRefuses() throws Exception {
        // Given
        String ann = person(1);
        String twin = contactOf("twin@example.com");
        String purchase = purchases().create(won("5", twin)).id();
        importAll("");
        consent("m-1", false);

        // When
        purchases().update(purchase, won("5", ann));
        contacts().delete(twin);
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(setAside()).isEmpty());
        assertThat(events()).isEmpty();
    }

    /** Nobody tells that the contact is gone which the member's attributes came from. */
    @Test
    void takesAMemberFromTheContactThatIsLinkedNow() throws Exception {
        // Given
        String first = linked("ann");
        people(first, cityField(), "York");
        importAll("");
        awaitKnown("ann", "attributes.city", "York");

        // When
        contacts().delete(first);
        String second = contactOf("ann@example.com");
        book("ann", 6);
        awaitNothingPending();
        people(second, cityField(), "Leeds");
        importAll("");

        // Then
        awaitKnown("ann", "attributes.city", "Leeds");
        assertThat(setAside()).isEmpty();
    }

    @Test
    void takesAMemberFromAContactThatNamesItOnceADeliveryFoundTheOtherOneGone() throws Exception {
        // Given
        String first = linked("ann");
        people(first, cityField(), "York");
        importAll("");
        awaitKnown("ann", "attributes.city", "York");

        // When
        contacts().delete(first);
        book("ann", 6);
        awaitNothingPending();
        contacts()
                .create(
                        Map.of(
                                emailField(), "other@example.com",
                                memberField(), "ann",
                                cityField(), "Leeds"));
        importAll("");

        // Then
        awaitKnown("ann", "attributes.city", "Leeds");
        assertThat(setAside()).isEmpty();
    }

    /** Of a member who has no link, so that no delivery finds out either. */
    @Test
    void findsOutThatTheContactIsGoneWhichAMemberCameFrom() throws Exception {
        // Given
        String first = person(1);
        importAll("");
        contacts().delete(first);
        String second = person(1);
        people(second, cityField(), "Leeds");
        importAll("");
        await().atMost(SOON).until(() -> today("gone") == 1);
        assertThat(setAside()).containsExactly("contact " + second);

        // When
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);

        // Then
        awaitKnown("m-1", "attributes.city", "Leeds");
        await().atMost(SOON).until(() -> setAside().isEmpty());
    }

    @Test
    void takesTwoContactsThatHaveChangedPlaces() throws Exception {
        // Given
        String first = person(1);
        String second = person(2);
        importAll("");

        // When
        contacts().update(first, Map.of(memberField(), "m-2"));
        contacts().update(second, Map.of(memberField(), "m-1"));
        importAll("");
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);

        // Then
        awaitKnown("m-1", "attributes.city", "c2");
        awaitKnown("m-2", "attributes.city", "c1");
        await().atMost(SOON).until(() -> setAside().isEmpty());
    }

    @Test
    void takesAMemberFromTheContactThatNamesItOnceTheOtherOneNamesNobody() throws Exception {
        // Given
        String first = person(1);
        importAll("");
        people(first, memberField(), "");

        // When
        nowNames("m-1");

        // Then
        awaitKnown("m-1", "attributes.city", "Leeds");
        await().atMost(SOON).until(() -> setAside().equals(List.of("contact " + first)));
    }

    @Test
    void takesAMemberFromTheContactThatNamesItOnceTheOtherOneIsLinkedToSomebodyElse()
            throws Exception {
        // Given
        String first = contact("ann");
        people(first, memberField(), "m-1");
        importAll("");
        book("ann", 5);
        awaitNothingPending();

        // When
        nowNames("m-1");

        // Then
        awaitKnown("m-1", "attributes.city", "Leeds");
        await().atMost(SOON).until(() -> setAside().equals(List.of("contact " + first)));
    }

    /** A contact more that names the member, once all has been read that is read because of it. */
    private void nowNames(String member) throws Exception {
        contacts()
                .create(
                        Map.of(
                                emailField(), "second@example.com",
                                memberField(), member,
                                cityField(), "Leeds"));
        importAll("");
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);
    }

    @Test
    void beginsWithTheFirstRecordOnlyWhereNoneIsRunning() {
        // Given
        connections().post("/crm/pause");
        assertThat(connections().post("/crm/import").status()).isEqualTo(202);

        // When
        var again = connections().post("/crm/import");
        var whole = connections().post("/crm/import?whole=true");

        // Then
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().path("number").asLong()).isEqualTo(1);
        assertThat(whole.status()).isEqualTo(409);
        assertThat(whole.body().path("type").asString()).endsWith("import-running");
    }

    private List<String> sold() {
        return events().stream()
                .map(it -> it.path("subject").asString() + " " + it.at("/data/amount"))
                .toList();
    }

    private Instant purchasesSeen() {
        return jdbc().sql("SELECT purchases_seen FROM crm.import_run WHERE program = ?")
                .param(program())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private long again() {
        return jdbc().sql("SELECT count(*) FROM crm.set_aside WHERE program = ? AND again")
                .param(program())
                .query(Long.class)
                .single();
    }

    @Test
    void stopsWhenItIsCancelledAndGoesOnFromTheBeginning() throws Exception {
        // Given
        people(20);
        connections().post("/crm/pause");
        assertThat(connections().post("/crm/import").status()).isEqualTo(202);

        // When
        JsonNode cancelled = connections().post("/crm/import/cancel").body();
        connections().post("/crm/resume");

        // Then
        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        JsonNode next = importAll("");
        assertThat(next.path("number").asLong()).isEqualTo(2);
        assertThat(known("m-19")).containsEntry("attributes.city", "c19");
    }

    protected final List<String> people(int count) throws Exception {
        List<String> contacts = new ArrayList<>();
        for (int nth = 0; nth < count; nth++) {
            contacts.add(person(nth));
        }
        return contacts;
    }

    private String person(int nth) throws Exception {
        return contacts()
                .create(
                        Map.of(
                                emailField(), "p" + nth + "@example.com",
                                memberField(), "m-" + nth,
                                cityField(), "c" + nth))
                .id();
    }

    protected final JsonNode importAll(String query) {
        assertThat(connections().post("/crm/import" + query).status()).isEqualTo(202);
        return awaitImported();
    }

    private JsonNode awaitImported() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(connections().get("/crm/import").body().path("state").asString())
                                .as(standing().toString() + status())
                                .isEqualTo("ended"));
        return connections().get("/crm/import").body();
    }
}
