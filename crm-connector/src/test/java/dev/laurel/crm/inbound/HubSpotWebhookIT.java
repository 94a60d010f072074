package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Callbacks.Notification;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import dev.laurel.sandbox.hubspot.HubSpotWebhooks;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What HubSpot tells by webhooks, and what others tell who are not HubSpot. */
class HubSpotWebhookIT extends RunningInbound {

    private static final String KEY = "pat-sandbox-key-0000";
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final JsonMapper JSON = new JsonMapper();

    private final HubSpotSandbox hubspot = new HubSpotSandbox(KEY);
    private HubSpotWebhooks webhooks;

    @Autowired private Inbox inbox;
    @Autowired private Arrivals arrivals;
    @Autowired private List<FigureSource> sources;

    HubSpotWebhookIT() {
        super(
                "hubspot",
                "{\"serviceKey\": \"%s\", \"webhookSecret\": \"%s\"}".formatted(KEY, SECRET));
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

    @Override
    protected String inbound() {
        return """
        {"memberField": "shop_member",
         "fields": {"city": "attributes.city", "age": "attributes.age as number",
                    "hs_language": "locale"},
         "events": {"lifecyclestage": "stage-changed", "hs_lead_status": "unknown-type"},
         "webhookUrl": "https://hooks.example.test/{program}"}
        """;
    }

    @BeforeEach
    void subscribe() {
        webhooks =
                new HubSpotWebhooks(
                        contacts(),
                        SECRET,
                        "https://hooks.example.test/" + program(),
                        webhook(),
                        Set.of(
                                "city",
                                "age",
                                "hs_language",
                                "lifecyclestage",
                                "hs_lead_status",
                                "shop_member",
                                "laurel_member_id",
                                "laurel_stars_available"),
                        System::currentTimeMillis);
    }

    @AfterEach
    void unsubscribe() {
        webhooks.close();
    }

    /** The connection as it is, without what comes in. */
    private void takeInNothingMore() throws Exception {
        assertThat(
                        connections()
                                .put(
                                        "/crm",
                                        "*",
                                        """
                                        {"kind": "hubspot", "url": "%s"}
                                        """
                                                .formatted(server().url()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void takesChangesOfALinkedContactIntoTheMember() throws Exception {
        // Given
        String contact = linked("ann");

        // When
        contacts().update(contact, Map.of("city", "York", "age", "42", "hs_language", "en-GB"));

        // Then
        awaitKnown("ann", "attributes.city", "York");
        assertThat(known("ann"))
                .containsEntry("attributes.age", 42)
                .containsEntry("locale", "en-GB");
        people(contact, "city", "");
        await().atMost(SOON).until(() -> !known("ann").containsKey("attributes.city"));
        assertThat(known("ann")).containsEntry("attributes.age", 42);
    }

    @Test
    void makesAnEventOfADeclaredChange() throws Exception {
        // Given
        String contact = linked("ann");

        // When
        people(contact, "lifecyclestage", "customer");

        // Then
        await().atMost(SOON).until(() -> events().size() == 1);
        assertThat(events().getFirst().path("type").asString()).isEqualTo("stage-changed");
        assertThat(events().getFirst().path("subject").asString()).isEqualTo("ann");
        assertThat(events().getFirst().path("source").asString()).isEqualTo("/crm-connections/crm");
        assertThat(events().getFirst().at("/data/value").asString()).isEqualTo("customer");
    }

    @Test
    void takesWhatIsToldAgainOnce() throws Exception {
        // Given
        String contact = linked("ann");
        Notification told =
                webhooks.signed(propertyChange(7, contact, "lifecyclestage", "customer", 0));
        Notification again =
                webhooks.signed(propertyChange(7, contact, "lifecyclestage", "customer", 1));

        // When
        assertThat(webhooks.callbacks().send(told, 0)).isEqualTo(204);
        assertThat(webhooks.callbacks().send(told, 0)).isEqualTo(204);
        assertThat(webhooks.callbacks().send(again, 1)).isEqualTo(204);
        await().atMost(SOON).until(() -> events().size() == 1);
        assertThat(webhooks.callbacks().send(again, 2)).isEqualTo(204);
        people(contact, "city", "York");

        // Then
        awaitKnown("ann", "attributes.city", "York");
        assertThat(events()).hasSize(1);
        assertThat(INTAKE.posts(program())).isEqualTo(1);
        assertThat(today("events")).isEqualTo(1);
    }

    @Test
    void takesNothingThatHubSpotHasNotSigned() {
        // Given
        String body = propertyChange(8, "1", "city", "York", 0);
        String now = Long.toString(System.currentTimeMillis());
        String late = Long.toString(System.currentTimeMillis() - 305_000);
        String early = Long.toString(System.currentTimeMillis() + 305_000);
        String signature = webhooks.signature(body, now);

        // When
        HttpResponse<String> unsigned = post(Map.of(), body);
        HttpResponse<String> other = post(headers(now, signature), body + " ");
        HttpResponse<String> moved = post(headers(now + "0", signature), body);
        HttpResponse<String> old = post(headers(late, webhooks.signature(body, late)), body);
        HttpResponse<String> ahead = post(headers(early, webhooks.signature(body, early)), body);
        HttpResponse<String> broken = post(headers(now, webhooks.signature("[", now)), "[");

        // Then
        for (HttpResponse<String> each : List.of(unsigned, other, moved, old, ahead)) {
            assertThat(each.statusCode()).as(each.body()).isEqualTo(401);
            assertThat(JSON.readTree(each.body()).path("type").asString())
                    .endsWith("untrusted-webhook");
            assertThat(each.body()).doesNotContain(SECRET).doesNotContain(signature);
        }
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(today("heard")).isZero();
    }

    @Test
    void doesNotHearItsOwnWrites() throws Exception {
        // Given
        long merges = REGISTRY.merges();

        // When
        linked("ann");
        book("ann", 77);
        awaitNothingPending();

        // Then
        await().atMost(SOON).until(() -> today("echoes") >= 3);
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(events()).isEmpty();
        assertThat(known("ann")).isEmpty();
        assertThat(today("taken")).isLessThanOrEqualTo(1);
        assertThat(REGISTRY.merges() - merges).isLessThanOrEqualTo(1);
    }

    @Test
    void setsAnUnknownContactAsideAndTakesItOnceItIsLinked() throws Exception {
        // Given
        String contact = contactOf("late@example.com");
        people(contact, "city", "Hull");
        people(contact, "lifecyclestage", "lead");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(setAside())
                                .containsExactly("change " + contact, "contact " + contact));
        assertThat(standing().path("waiting").asLong()).isZero();

        // When
        REGISTRY.add(program(), "late", "late@example.com");
        book("late", 1);

        // Then
        awaitKnown("late", "attributes.city", "Hull");
        await().atMost(SOON).until(() -> setAside().isEmpty());
        assertThat(events()).hasSize(1);
    }

    /** Who links it finds nothing set aside, and who sets it aside has found no link. */
    @Test
    void takesAContactThatIsLinkedInTheMomentInWhichItIsSetAside() {
        // Given
        String contact = linked("ann");
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        long before = today("taken") + today("unchanged");

        // When
        arrivals.settle(
                new ConnectionId(program(), "crm"),
                List.of(Arrival.SetAside.unlinked(contact)),
                Instant.now());

        // Then
        await().atMost(SOON).until(() -> today("taken") + today("unchanged") > before);
        await().atMost(SOON).until(() -> setAside().isEmpty());
    }

    @Test
    void takesAContactThatNamesItsMember() throws Exception {
        // Given
        String contact = contactOf("x@example.com");
        people(contact, "city", "Bath");

        // When
        people(contact, "shop_member", "m-7");

        // Then
        awaitKnown("m-7", "attributes.city", "Bath");
        await().atMost(SOON).until(() -> setAside().isEmpty());
    }

    @Test
    void setsAsideWhatIsNotAsItShouldBe() throws Exception {
        // Given
        String ann = linked("ann");
        String bob = linked("bob");
        String eve = linked("eve");

        // When
        people(ann, "age", "young");
        people(bob, "hs_lead_status", "NEW");
        people(eve, "city", "eve@example.com");

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(setAside())
                                .containsExactly(
                                        "change " + bob, "contact " + ann, "contact " + eve));
        people(ann, "age", "30");
        awaitKnown("ann", "attributes.age", 30);
        await().atMost(SOON).until(() -> setAside().size() == 2);
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);
        await().atMost(SOON).until(() -> setAside().size() == 2);
    }

    @Test
    void losesNothingWhileRegistryAndIntakeAreAway() throws Exception {
        // Given
        String contact = linked("ann");
        REGISTRY.deaf(true);
        INTAKE.away(true);
        try {
            people(contact, "city", "York");
            people(contact, "lifecyclestage", "customer");
            await().atMost(SOON).until(() -> !standing().path("trouble").asString().isEmpty());
            assertThat(known("ann")).isEmpty();

            // When
            REGISTRY.deaf(false);
            await().atMost(SOON).until(() -> known("ann").containsKey("attributes.city"));
            assertThat(standing().path("waiting").asLong()).isPositive();
        } finally {
            REGISTRY.deaf(false);
            INTAKE.away(false);
        }

        // Then
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(events()).hasSize(1);
        assertThat(standing().path("trouble").asString()).isEmpty();
    }

    @Test
    void takesNothingOfAMemberWhoRefuses() throws Exception {
        // Given
        String contact = contactOf("no@example.com");
        consent("no", false);
        people(contact, "shop_member", "no");

        // When
        people(contact, "city", "York");
        people(contact, "lifecyclestage", "customer");

        // Then
        await().atMost(SOON).until(() -> today("withheld") >= 1);
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        assertThat(known("no")).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void forgetsAContactThatIsDeleted() throws Exception {
        // Given
        String first = contactOf("a@example.com");
        people(first, "shop_member", "m-1");
        await().atMost(SOON).until(() -> today("taken") >= 1);
        String second = contactOf("b@example.com");
        contacts().update(second, Map.of("shop_member", "m-1", "city", "Leeds"));
        await().atMost(SOON).until(() -> setAside().contains("contact " + second));

        // When
        contacts().delete(first);
        await().atMost(SOON).until(() -> today("gone") >= 1);
        connections().post("/crm/inbound/set-aside/retry");

        // Then
        awaitKnown("m-1", "attributes.city", "Leeds");
    }

    @Test
    void postsAChangeOfAContactThatNamesItsMemberLater() throws Exception {
        // Given
        String contact = contactOf("y@example.com");
        people(contact, "lifecyclestage", "lead");
        await().atMost(SOON).until(() -> setAside().contains("change " + contact));

        // When
        people(contact, "shop_member", "m-8");

        // Then
        await().atMost(SOON).until(() -> events().size() == 1 && setAside().isEmpty());
    }

    @Test
    void makesNoEventOfWhatSaysWhoTheMemberIs() throws Exception {
        // Given
        String contact = linked("ann");

        // When
        people(contact, "lifecyclestage", "ask +44 20 7123 4567 or ann@example.com");

        // Then
        await().atMost(SOON).until(() -> setAside().equals(List.of("change " + contact)));
        assertThat(reasons().getFirst())
                .startsWith("Expected lifecyclestage without anything that says who the member is")
                .doesNotContain("@");
        assertThat(events()).isEmpty();
    }

    @Test
    void keepsARequestToBeForgottenUntilSomebodySaysThatItWasSeenTo() throws Exception {
        // Given
        String contact = linked("ann");
        people(contact, "city", "York");
        awaitKnown("ann", "attributes.city", "York");
        contacts().delete(contact);
        await().atMost(SOON).until(() -> today("gone") >= 1);
        forget(contact);
        await().atMost(SOON).until(() -> setAside().equals(List.of("erasure " + contact)));

        long gone = today("gone");

        // When
        assertThat(connections().post("/crm/inbound/set-aside/retry").status()).isEqualTo(202);
        webhooks.callbacks()
                .send(webhooks.signed(propertyChange(9, contact, "city", "Rome", 0)), 0);
        await().atMost(SOON).until(() -> today("gone") > gone);

        // Then
        assertThat(setAside()).containsExactly("erasure " + contact);
        assertThat(
                        connections()
                                .get("/crm/inbound/set-aside")
                                .body()
                                .at("/items/0/member")
                                .asString())
                .isEqualTo("ann");
        assertThat(figures("laurel.crm.set.aside", "subject", "erasure")).containsExactly(1.0);
        String path = "/crm/inbound/set-aside/erasure/" + contact;
        assertThat(connections().delete(path, "*").status()).isEqualTo(204);
        assertThat(connections().delete(path, "*").status()).isEqualTo(404);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void aRequestToBeForgottenGoesWithTheErasureOfItsMember() throws Exception {
        // Given
        String contact = linked("ann");
        String other = linked("bob");
        forget(contact);
        forget(other);
        await().atMost(SOON)
                .until(() ->
                        Set.copyOf(setAside())
                                .equals(Set.of("erasure " + contact, "erasure " + other)));

        // When
        REGISTRY.erase(program(), "ann");

        // Then
        await().atMost(SOON).until(() -> setAside().equals(List.of("erasure " + other)));
    }

    @Test
    void keepsAChangeThatIsSetAsideForLongerThanOthers() throws Exception {
        // Given
        String contact = linked("ann");
        people(contact, "hs_lead_status", "NEW");
        await().atMost(SOON).until(() -> setAside().equals(List.of("change " + contact)));
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        Instant later = Instant.now().plusSeconds(60);

        // When
        inbox.forget(later, Instant.EPOCH);

        // Then
        assertThat(setAside()).containsExactly("change " + contact);
        assertThat(notices()).isEqualTo(1);
        inbox.forget(later, later);
        assertThat(setAside()).isEmpty();
        assertThat(notices()).isZero();
    }

    @Test
    void saysForHowLongNothingCouldBeTakenIn() throws Exception {
        // Given
        String contact = linked("ann");
        assertThat(figures("laurel.crm.inbound.trouble.age", "connection", "crm"))
                .containsExactly(0.0);
        REGISTRY.deaf(true);
        try {
            // When
            people(contact, "city", "York");

            // Then
            await().atMost(SOON)
                    .until(() ->
                            figures("laurel.crm.inbound.trouble.age", "connection", "crm")
                                            .getFirst()
                                    > 0.5);
        } finally {
            REGISTRY.deaf(false);
        }
        await().atMost(SOON)
                .until(() ->
                        figures("laurel.crm.inbound.trouble.age", "connection", "crm").getFirst()
                                == 0);
    }

    /** An ordinary event that is older than the program's lateness is refused, a history is not. */
    @Test
    void postsWhatIsLateAsHistory() throws Exception {
        // Given
        String contact = linked("ann");
        Instant now = Instant.now();

        // When
        tell(7, contact, "customer", now);
        await().atMost(SOON).until(() -> events().size() == 1);
        tell(8, contact, "lead", now.minus(Duration.ofDays(8)));
        await().atMost(SOON).until(() -> events().size() == 2);

        // Then
        assertThat(INTAKE.history(program()))
                .extracting(it -> it.at("/data/value").asString())
                .containsExactly("lead");
    }

    @Test
    void nothingIsInTheWayOnceNothingIsWantedAnyMore() throws Exception {
        // Given
        String contact = linked("ann");
        REGISTRY.deaf(true);
        try {
            people(contact, "city", "York");
            await().atMost(SOON).until(() -> !standing().path("trouble").asString().isEmpty());

            // When
            takeInNothingMore();

            // Then
            await().atMost(SOON)
                    .until(() ->
                            figures("laurel.crm.inbound.trouble.age", "connection", "crm")
                                            .getFirst()
                                    == 0);
            assertThat(standing().path("trouble").asString()).isEmpty();
            assertThat(standing().path("waiting").asLong()).isZero();
            // A step that began before ends now.
            arrivals.trouble(new ConnectionId(program(), "crm"), "away", Instant.now());
            assertThat(standing().path("trouble").asString()).isEmpty();
            assertThat(rows("inbound_trouble WHERE program = ?")).isZero();
        } finally {
            REGISTRY.deaf(false);
        }
    }

    @Test
    void nothingWaitsOfAContactThatADeliveryFindsGoneOnceNothingIsWantedAnyMore() throws Exception {
        // Given
        String contact = linked("ann");
        people(contact, "city", "York");
        awaitKnown("ann", "attributes.city", "York");
        await().atMost(SOON).until(() -> standing().path("waiting").asLong() == 0);
        unsubscribe();
        takeInNothingMore();

        // When
        contacts().delete(contact);
        book("ann", 6);
        awaitNothingPending();

        // Then
        assertThat(rows("notice WHERE notice LIKE 'lost-%' AND program = ?")).isZero();
    }

    private long rows(String which) {
        return jdbc().sql("SELECT count(*) FROM crm." + which)
                .param(program())
                .query(Long.class)
                .single();
    }

    private void tell(int event, String contact, String stage, Instant at) throws Exception {
        String told =
                propertyChange(event, contact, "lifecyclestage", stage, 0)
                        .replace("1796300000000", Long.toString(at.toEpochMilli()));
        assertThat(webhooks.callbacks().send(webhooks.signed(told), 0)).isEqualTo(204);
    }

    private long notices() {
        return jdbc().sql("SELECT count(*) FROM crm.notice WHERE program = ?")
                .param(program())
                .query(Long.class)
                .single();
    }

    private List<Double> figures(String name, String tag, String value) {
        return sources.stream()
                .flatMap(it -> it.read().stream())
                .filter(it -> it.name().equals(name))
                .filter(it -> program().equals(it.tags().get("program")))
                .filter(it -> value.equals(it.tags().get(tag)))
                .map(Figure::value)
                .toList();
    }

    /** As HubSpot tells that somebody asked it to. */
    private void forget(String contact) throws Exception {
        assertThat(
                        webhooks.callbacks()
                                .send(
                                        webhooks.signed(
                                                """
                                                [{"eventId": 70, "subscriptionId": 5, "portalId": 2,
                                                  "occurredAt": 1796300000000,
                                                  "subscriptionType": "contact.privacyDeletion",
                                                  "attemptNumber": 0, "objectId": %s}]
                                                """
                                                        .formatted(contact)),
                                        0))
                .isEqualTo(204);
    }

    private static Map<String, String> headers(String timestamp, String signature) {
        return Map.of(
                "X-HubSpot-Request-Timestamp", timestamp, "X-HubSpot-Signature-v3", signature);
    }

    private static String propertyChange(
            int event, String contact, String property, String value, int attempt) {
        return """
        [{"eventId": %d, "subscriptionId": 1, "portalId": 2, "appId": 3,
          "occurredAt": 1796300000000, "subscriptionType": "contact.propertyChange",
          "attemptNumber": %d, "objectId": %s, "propertyName": "%s", "propertyValue": "%s",
          "changeSource": "CRM_UI"}]
        """
                .formatted(event, attempt, contact, property, value);
    }
}
