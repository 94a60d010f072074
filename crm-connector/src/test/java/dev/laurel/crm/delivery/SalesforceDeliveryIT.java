package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What arrives in Salesforce, whatever goes wrong on the way. */
class SalesforceDeliveryIT extends RunningDelivery {

    private static final String STARS = "Laurel_Stars_Available__c";
    private static final String KEY = "Laurel_Member_Id__c";

    private final SalesforceSandbox salesforce = new SalesforceSandbox("laurel-app", "s3cr3t");

    SalesforceDeliveryIT() {
        super("salesforce", "{\"clientId\": \"laurel-app\", \"clientSecret\": \"s3cr3t\"}");
    }

    @Override
    protected Vendor vendor() {
        return salesforce;
    }

    @Override
    protected Contacts contacts() {
        return salesforce.contacts();
    }

    @Override
    protected String emailField() {
        return "Email";
    }

    @Test
    void enrichesTheContactThatHasTheMembersAddress() {
        // Given
        String contact = contact("ann o'hara");

        // When
        book("ann o'hara", 120);

        // Then
        awaitField(contact, STARS, "120");
        assertThat(contacts().find(contact).orElseThrow().values())
                .containsEntry(KEY, "ann o'hara")
                .containsEntry("Laurel_Badge_Count__c", "0")
                .containsEntry("Email", "ann o'hara@example.com")
                .doesNotContainKey("Laurel_Latest_Badge__c");
        awaitNothingPending();
        assertThat(status().at("/today/written").asLong()).isEqualTo(1);
        assertThat(contacts().size()).isEqualTo(1);
    }

    @Test
    void aTierIsUrgentAndArrives() {
        // Given
        String contact = contact("ann");
        connections().post("/crm/pause");

        // When
        rise("ann", "gold");
        JsonNode waiting = status();
        connections().post("/crm/resume");

        // Then
        assertThat(waiting.at("/pendingByLane").toString()).isEqualTo("{\"urgent\":1}");
        awaitField(contact, "Laurel_Tier__c", "gold");
        assertThat(field(contact, "Laurel_Tier_Falls_On__c")).isEmpty();
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
        assertThat(contacts().size()).isZero();
    }

    @Test
    void takesAContactThatTheShopToldInTheShortForm() {
        // Given
        String contact = contactOf("someone-else@example.com");
        REGISTRY.add(
                program(),
                "ann",
                "ann@example.com",
                Map.of("salesforce", contact.substring(0, 15)));

        // When
        book("ann", 8);

        // Then
        awaitField(contact, STARS, "8");
        assertThat(
                        jdbc().sql("SELECT contact FROM crm.link WHERE program = ?")
                                .param(program())
                                .query(String.class)
                                .single())
                .isEqualTo(contact);
    }

    @Test
    void takesNeitherOfTwoContactsWithTheSameAddressHoweverManyPagesTheyComeIn() {
        // Given
        salesforce.pageSize(1);
        contact("ann");
        contactOf("ANN@example.com");
        String bob = contact("bob");

        // When
        book("ann", 1);
        book("bob", 2);

        // Then
        awaitField(bob, STARS, "2");
        awaitNothingPending();
        assertThat(status().at("/unlinked").toString())
                .isEqualTo("{\"Several contacts have the member's e-mail address.\":1}");
    }

    @Test
    void provisionsFieldsThatItMayWriteTo() {
        // When
        JsonNode again = connections().post("/crm/provision").body();
        JsonNode test = connections().post("/crm/test").body();

        // Then
        assertThat(again.toString()).contains("PRESENT").doesNotContain("CREATED");
        assertThat(test.at("/ready").asBoolean()).isTrue();
        assertThat(test.at("/fields/0/field").asString()).isEqualTo(KEY);
        assertThat(test.at("/fields/0/detail").asString()).isEqualTo("string of 255, unique");
    }

    @Test
    void sendsTwoHundredAtOnce() {
        // Given
        List<String> contacts = IntStream.range(0, 500).mapToObj(it -> contact("m" + it)).toList();
        connections().post("/crm/pause");
        book(members(500), 7);
        await().until(() ->
                jdbc().sql("SELECT count(*) FROM crm.pending WHERE program = ? AND due_at > now()")
                                .param(program())
                                .query(Long.class)
                                .single()
                        == 0);
        long before = server().statistics().calls();

        // When
        connections().post("/crm/resume");

        // Then
        awaitNothingPending();
        assertThat(contacts).allSatisfy(it -> assertThat(field(it, STARS)).isEqualTo("7"));
        // A token, a look at the fields, and per two hundred two searches and a write.
        assertThat(server().statistics().calls() - before).isLessThanOrEqualTo(2 + 3 * 3);
    }

    @Test
    void aTokenThatIsDeadIsReplacedWithoutAnybodyNoticing() {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitField(contact, STARS, "1");
        awaitNothingPending();
        long granted = salesforce.sessions().granted();

        // When
        salesforce.expireTokens();
        book("ann", 2);

        // Then
        awaitField(contact, STARS, "2");
        awaitNothingPending();
        assertThat(salesforce.sessions().granted()).isEqualTo(granted + 1);
        assertThat(status().at("/state").asString()).isEqualTo("working");
    }

    @Test
    void aClientThatIsLockedOutStopsTheConnectionVisiblyAndLosesNothing() {
        // Given
        String contact = contact("ann");
        salesforce.lock(true);
        salesforce.expireTokens();

        // When
        book("ann", 7);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().toString())
                                .contains("\"denied\"")
                                .contains("invalid_client")
                                .doesNotContain("s3cr3t"));
        salesforce.lock(false);

        // Then
        awaitField(contact, STARS, "7");
    }

    @Test
    void takesPartialFailuresApart() {
        // Given
        List<String> contacts = IntStream.range(0, 40).mapToObj(it -> contact("m" + it)).toList();
        salesforce.refuse(
                contacts.get(3), "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Contact is archived.");
        salesforce.refuse(contacts.get(9), "DUPLICATES_DETECTED", "Use one of these records?");
        server().faults().next(new Fault.HalfFails(), new Fault.HalfFails(), new Fault.HalfFails());

        // When
        book(members(40), 5);

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().at("/failures").toString())
                                .isEqualTo(
                                        "{\"DUPLICATES_DETECTED\":1,"
                                                + "\"FIELD_CUSTOM_VALIDATION_EXCEPTION\":1}"));
        awaitNothingPending();
        assertThat(contacts).filteredOn(it -> field(it, STARS).equals("5")).hasSize(38);
        assertThat(connections().get("/crm/failures").body().toString())
                .contains("Contact is archived.");
    }

    @Test
    void aDayThatIsSpentIsWaitedFor() {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitField(contact, STARS, "1");
        awaitNothingPending();
        salesforce.day().limit(1);

        // When
        book("ann", 2);

        // Then
        await().atMost(SOON).until(() -> status().at("/state").asString().equals("throttled"));
        assertThat(status().at("/reason").asString()).contains("TotalRequests");
        assertThat(status().at("/pending").asLong()).isEqualTo(1);
        assertThat(salesforce.day().refused()).isEqualTo(1);
    }

    @Test
    void leavesAFifthOfTheDayToOthers() {
        // Given
        String contact = contact("ann");
        int used = salesforce.day().limit() - salesforce.day().remaining();
        salesforce.day().limit(used + 8);

        // When
        book("ann", 1);

        // Then
        await().atMost(SOON).until(() -> status().at("/state").asString().equals("paced"));
        assertThat(status().at("/reason").asString()).contains("by all together");
        assertThat(salesforce.day().refused()).isZero();
        assertThat(contact).isNotEmpty();
    }

    @Test
    void looksForAnotherContactWhenTheOneIsGone() {
        // Given
        String first = contact("ann");
        book("ann", 1);
        awaitField(first, STARS, "1");
        awaitNothingPending();

        // When
        contacts().delete(first);
        String second = contactOf("ann@example.com");
        book("ann", 2);

        // Then
        awaitField(second, STARS, "2");
        assertThat(field(second, KEY)).isEqualTo("ann");
    }

    @Test
    void previewComparesOursWithTheirs() throws Exception {
        // Given
        String contact = contact("ann");
        book("ann", 3);
        awaitField(contact, STARS, "3");
        awaitNothingPending();
        contacts().update(contact, Map.of(STARS, "99"));

        // When
        JsonNode preview = connections().get("/crm/preview?member=ann").body();

        // Then
        assertThat(preview.at("/fields/0/field").asString()).isEqualTo(STARS);
        assertThat(preview.at("/fields/0/ours").asString()).isEqualTo("3");
        assertThat(preview.at("/fields/0/known").asString()).isEqualTo("3");
        assertThat(preview.at("/fields/0/theirs").asString()).isEqualTo("99");
    }

    @Test
    void erases() throws Exception {
        clearsTheContactOfAMemberWhoIsErased();
    }

    @Test
    void everythingArrivesWhateverTheWeather() {
        // Given
        List<String> contacts = IntStream.range(0, 300).mapToObj(it -> contact("m" + it)).toList();
        server().faults()
                .weather(
                        11,
                        0.3,
                        List.of(
                                new Fault.ServerError(503),
                                new Fault.LostAnswer(),
                                new Fault.LostRequest(),
                                new Fault.HalfFails(),
                                new Fault.ExpiredToken(),
                                new Fault.Slow(Duration.ofMillis(100)),
                                new Fault.Throttled(null)));

        // When
        for (int round = 1; round <= 5; round++) {
            for (List<String> some :
                    List.of(members(300).subList(0, 150), members(300).subList(150, 300))) {
                book(some, round * 1000L);
            }
        }

        // Then
        awaitNothingPending();
        assertThat(contacts).allSatisfy(it -> assertThat(field(it, STARS)).isEqualTo("5000"));
        assertThat(status().at("/failures").isEmpty()).isTrue();
    }
}
