package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Contacts and deals of HubSpot. */
class HubSpotImportIT extends ImportContract {

    private static final String KEY = "pat-sandbox-key-0000";

    private final HubSpotSandbox hubspot = new HubSpotSandbox(KEY);

    HubSpotImportIT() {
        super("hubspot", "{\"serviceKey\": \"%s\"}".formatted(KEY));
        // So that no test waits for seconds: that HubSpot allows five searches in one is tested
        // below.
        hubspot.searching().limit(1_000);
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
    protected Contacts purchases() {
        return hubspot.deals();
    }

    @Override
    protected String emailField() {
        return "email";
    }

    @Override
    protected String cityField() {
        return "city";
    }

    @Override
    protected String memberField() {
        return "shop_member";
    }

    @Override
    protected String inbound() {
        return """
        {"memberField": "shop_member", "fields": {"city": "attributes.city"},
         "purchases": {"type": "bought",
                       "fields": {"amount": "amount as number", "dealname": "title"}}}
        """;
    }

    @Override
    protected Map<String, String> won(String amount, String contacts) {
        return deal("true", amount, contacts);
    }

    @Override
    protected Map<String, String> open(String amount, String contacts) {
        return deal("false", amount, contacts);
    }

    private static Map<String, String> deal(String won, String amount, String contacts) {
        return Map.of(
                "hs_is_closed_won", won,
                "amount", amount,
                "closedate", "2026-05-01T10:00:00.000Z",
                "contacts", contacts);
    }

    @Test
    void seesAllThatChangedInTheSameMillisecond() throws Exception {
        // Given
        hubspot.contacts().clock(() -> 1_796_300_000_000L);
        people(350);

        // When
        importAll("");

        // Then
        for (int nth = 0; nth < 350; nth++) {
            assertThat(known("m-" + nth)).containsEntry("attributes.city", "c" + nth);
        }
    }

    @Test
    void waitsWhenHubSpotHasEnoughOfSearches() throws Exception {
        // Given
        hubspot.searching().limit(2);
        people(250);

        // When
        importAll("");

        // Then
        assertThat(hubspot.searching().refused()).isPositive();
        assertThat(known("m-249")).containsEntry("attributes.city", "c249");
    }

    @Test
    void takesADealOfSeveralMembersForNobodys() throws Exception {
        // Given
        var contacts = people(2);
        hubspot.deals().create(won("5", String.join(",", contacts)));

        // When
        importAll("");

        // Then
        assertThat(events()).isEmpty();
        assertThat(setAside()).containsExactly("purchase " + contacts.getFirst());
    }

    @Test
    void keepsWhatOthersBoughtWhenAMemberRefusesWhoBoughtSomethingWithThem() throws Exception {
        // Given
        AtomicLong clock = new AtomicLong(1_796_300_000_000L);
        hubspot.contacts().clock(clock::get);
        hubspot.deals().clock(clock::get);
        String refuser = people(1).getFirst();
        clock.addAndGet(3_600_000);
        String stranger = contactOf("stranger@example.com");
        hubspot.deals().create(won("6", stranger));
        importAll("");
        consent("m-0", false);

        // When
        clock.addAndGet(3_600_000);
        hubspot.deals().create(won("5", stranger + "," + refuser));
        importAll("");

        // Then
        assertThat(today("withheld")).isEqualTo(1);
        assertThat(events()).isEmpty();
        assertThat(setAside())
                .containsExactlyInAnyOrder("contact " + stranger, "purchase " + stranger);
    }

    @Test
    void keepsWhatSeveralMembersBoughtWhenTheFirstOfThemRefuses() throws Exception {
        // Given
        AtomicLong clock = new AtomicLong(1_796_300_000_000L);
        hubspot.contacts().clock(clock::get);
        hubspot.deals().clock(clock::get);
        var contacts = people(2);
        String refuser = contacts.getFirst();
        hubspot.deals().create(won("5", String.join(",", contacts)));
        hubspot.deals().create(won("many", refuser));
        importAll("");
        assertThat(setAside()).containsExactly("purchase " + refuser, "purchase " + refuser);
        // So that the next import begins behind them.
        clock.addAndGet(3_600_000);
        hubspot.deals().create(won("8", contacts.getLast()));
        importAll("");
        consent("m-0", false);

        // When
        clock.addAndGet(3_600_000);
        people(refuser, "city", "Leeds");
        importAll("");

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(events())
                            .extracting(it ->
                                    it.path("subject").asString() + " " + it.at("/data/amount"))
                            .containsExactly("m-1 8", "m-1 5");
                    assertThat(setAside()).isEmpty();
                });
    }

    @Test
    void takesAPageThatIsLargerThanARequestMayBe() throws Exception {
        // Given
        String filler = "x".repeat(12_000);
        for (int nth = 0; nth < 100; nth++) {
            hubspot.contacts().create(Map.of("shop_member", "m-" + nth, "city", filler + nth));
        }
        String endless =
                hubspot.contacts()
                        .create(Map.of("shop_member", "endless", "city", "x".repeat(600_000)))
                        .id();

        // When
        importAll("");

        // Then
        for (int nth = 0; nth < 100; nth++) {
            assertThat(known("m-" + nth)).containsEntry("attributes.city", filler + nth);
        }
        assertThat(known("endless")).isEmpty();
        assertThat(setAside()).containsExactly("contact " + endless);
    }

    @Test
    void setsADealAsideThatSaysWhoTheMemberIs() throws Exception {
        // Given
        String ann = people(1).getFirst();
        Map<String, String> named = new HashMap<>(won("5", ann));
        named.put("dealname", "For ann@example.com");
        hubspot.deals().create(named);

        // When
        importAll("");

        // Then
        assertThat(events()).isEmpty();
        assertThat(reasons())
                .containsExactly(
                        "Expected dealname without anything that says who the member is, but it has an e-mail address or a phone number.");
    }
}
