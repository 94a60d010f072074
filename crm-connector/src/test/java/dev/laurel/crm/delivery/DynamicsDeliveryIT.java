package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What arrives in Dynamics 365, whatever goes wrong on the way. */
class DynamicsDeliveryIT extends RunningDelivery {

    private static final String STARS = "laurel_starsavailable";
    private static final String KEY = "laurel_memberid";

    private final DynamicsSandbox dynamics =
            new DynamicsSandbox("acme.example", "laurel-app", "s3cr3t");

    DynamicsDeliveryIT() {
        super(
                "dynamics",
                """
                {"authority": "{url}", "tenantId": "acme.example", "clientId": "laurel-app",
                 "clientSecret": "s3cr3t"}
                """);
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
                .containsEntry("laurel_badgecount", "0")
                .containsEntry("emailaddress1", "ann o'hara@example.com")
                .doesNotContainKey("laurel_latestbadge");
        awaitNothingPending();
        assertThat(status().at("/today/written").asLong()).isEqualTo(1);
        assertThat(contacts().size()).isEqualTo(1);
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
    void takesAContactThatTheShopToldInCapitals() {
        // Given
        String contact = contactOf("someone-else@example.com");
        REGISTRY.add(
                program(),
                "ann",
                "ann@example.com",
                Map.of("dynamics", contact.toUpperCase(Locale.ROOT)));

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
        dynamics.pageSize(1);
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
        assertThat(test.at("/fields/0/detail").asString()).isEqualTo("String, unique");
    }

    @Test
    void aTokenThatIsDeadIsReplacedWithoutAnybodyNoticing() {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitField(contact, STARS, "1");
        awaitNothingPending();
        long granted = dynamics.tokens().granted();

        // When
        dynamics.expireTokens();
        book("ann", 2);

        // Then
        awaitField(contact, STARS, "2");
        awaitNothingPending();
        assertThat(dynamics.tokens().granted()).isEqualTo(granted + 1);
        assertThat(status().at("/state").asString()).isEqualTo("working");
    }

    @Test
    void aClientThatIsLockedOutStopsTheConnectionVisiblyAndLosesNothing() {
        // Given
        String contact = contact("ann");
        dynamics.lock(true);
        dynamics.expireTokens();

        // When
        book("ann", 7);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().toString())
                                .contains("\"denied\"")
                                .contains("invalid_client")
                                .doesNotContain("s3cr3t"));
        dynamics.lock(false);

        // Then
        awaitField(contact, STARS, "7");
    }

    @Test
    void takesPartialFailuresApart() {
        // Given
        List<String> contacts = IntStream.range(0, 40).mapToObj(it -> contact("m" + it)).toList();
        dynamics.refuse(contacts.get(3), "0x80040265", "Contact is archived.");
        dynamics.refuse(contacts.get(9), "0x80040333", "Use one of these records?");
        server().faults().next(new Fault.HalfFails(), new Fault.HalfFails(), new Fault.HalfFails());

        // When
        book(members(40), 5);

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().at("/failures").toString())
                                .isEqualTo("{\"0x80040265\":1,\"0x80040333\":1}"));
        awaitNothingPending();
        assertThat(contacts).filteredOn(it -> field(it, STARS).equals("5")).hasSize(38);
        assertThat(connections().get("/crm/failures").body().toString())
                .contains("Contact is archived.");
    }

    @Test
    void obeysTheCrmThatAsksForAPause() {
        // Given
        String contact = contact("ann");
        book("ann", 1);
        awaitField(contact, STARS, "1");
        awaitNothingPending();
        long before = server().statistics().calls();

        // When
        server().faults().next(new Fault.Throttled(Duration.ofSeconds(2)));
        book("ann", 2);

        // Then
        await().atMost(SOON).until(() -> status().at("/state").asString().equals("throttled"));
        assertThat(status().at("/reason").asString()).contains("0x80072322");
        awaitField(contact, STARS, "2");
        assertThat(server().statistics().calls() - before).isEqualTo(2);
    }

    @Test
    void everyUpdateOfABatchCountsAsACall() {
        // Given
        IntStream.range(0, 120).forEach(it -> contact("m" + it));
        long before = status().at("/today/calls").asLong();
        int used = dynamics.window().limit() - dynamics.window().remaining();

        // When
        book(members(120), 1);

        // Then
        await().atMost(SOON).until(() -> status().at("/today/written").asLong() == 120);
        awaitNothingPending();
        int taken = dynamics.window().limit() - dynamics.window().remaining() - used;
        assertThat(taken).isGreaterThan(120);
        assertThat(status().at("/today/calls").asLong() - before)
                .as("no fewer than Dynamics counts")
                .isBetween((long) taken, taken + 1L);
    }

    @Test
    void anotherContactsKeyIsLeftToPeople() throws Exception {
        // Given
        String eve = contact("eve");
        contacts().create(Map.of("emailaddress1", "x@example.com", KEY, "EVE", "statecode", "1"));

        // When
        book("eve", 1);

        // Then
        await().atMost(SOON).until(() -> status().at("/failures/0x80060892").asLong() == 1);
        awaitNothingPending();
        assertThat(field(eve, STARS)).isEmpty();
        assertThat(connections().get("/crm/failures").body().at("/items/0/correlation").asString())
                .startsWith("00000000-sandbox-");
    }

    @Test
    void aContactThatWasMergedAwayIsNoSecondOne() throws Exception {
        // Given
        String ann = contact("ann");
        contacts().create(Map.of("emailaddress1", "ann@example.com", "statecode", "1"));

        // When
        book("ann", 4);

        // Then
        awaitField(ann, STARS, "4");
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
        assertThat(contacts).allSatisfy(it -> assertThat(field(it, STARS)).isEqualTo("5000"));
        assertThat(status().at("/failures").isEmpty()).isTrue();
    }
}
