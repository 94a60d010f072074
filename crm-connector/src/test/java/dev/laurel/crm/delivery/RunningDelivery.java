package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.ConsentNews;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.profiles.TierState;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.http.Vendor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A program with a connection, named crm, to a sandbox of its own. */
public abstract class RunningDelivery extends RunningCrmConnector {

    protected static final Duration SOON = Duration.ofSeconds(60);
    protected static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final String kind;
    private final String credentials;
    private SandboxServer server;
    private String program;
    private ConnectionApi api;

    @Autowired private JdbcClient jdbc;
    @Autowired private Profiles profiles;
    @Autowired private Consents consents;
    @Autowired private ProfileWatch watch;
    @Autowired private TransactionTemplate transaction;

    /**
     * @param credentials as JSON, with {url} for the address of the sandbox
     */
    protected RunningDelivery(String kind, String credentials) {
        this.kind = kind;
        this.credentials = credentials;
    }

    protected abstract Vendor vendor();

    protected abstract Contacts contacts();

    /** The vendor's name of the field for e-mail addresses. */
    protected abstract String emailField();

    /** What the connection takes in, as JSON with {program}. */
    protected String inbound() {
        return "null";
    }

    @BeforeEach
    void connect() throws IOException {
        server = new SandboxServer(vendor(), 0);
        program = kind + "-" + SEQUENCE.incrementAndGet();
        publish(program);
        api = new ConnectionApi(port(), program);
        assertThat(
                        api.put(
                                        "/crm",
                                        "",
                                        """
                                        {"kind": "%s", "url": "%s", "credentials": %s,
                                         "inbound": %s}
                                        """
                                                .formatted(
                                                        kind,
                                                        server.url(),
                                                        credentials.replace(
                                                                "{url}", server.url().toString()),
                                                        inbound().replace("{program}", program)))
                                .status())
                .isEqualTo(201);
        // Paused until the fields are there, so that no courier finds them missing and rests.
        assertThat(api.post("/crm/pause").status()).isEqualTo(200);
        assertThat(api.post("/crm/provision").status()).isEqualTo(200);
        await().pollDelay(Duration.ZERO)
                .until(() -> api.post("/crm/test").body().at("/ready").asBoolean());
        assertThat(api.post("/crm/resume").status()).isEqualTo(200);
    }

    @AfterEach
    void disconnect() {
        api.delete("/crm", "*");
        server.close();
    }

    protected final SandboxServer server() {
        return server;
    }

    protected final String program() {
        return program;
    }

    protected final ConnectionApi connections() {
        return api;
    }

    protected final JdbcClient jdbc() {
        return jdbc;
    }

    /** A member with a contact of the same address. */
    protected final String contact(String member) {
        REGISTRY.add(program, member, member + "@Example.com");
        return contactOf(member + "@example.com");
    }

    protected final String contactOf(String email) {
        try {
            return contacts().create(Map.of(emailField(), email)).id();
        } catch (Contacts.Taken e) {
            throw new AssertionError(e);
        }
    }

    /** What the registry has last heard of the member. */
    protected final void consent(String member, @Nullable Boolean given) {
        Mark mark = Mark.ofOffset(0, SEQUENCE.incrementAndGet());
        transaction.executeWithoutResult(_ ->
                consents.tell(List.of(new ConsentNews(new Member(program, member), given, mark))));
    }

    /** Of a member who consents unless something else was said before. */
    private void agree(String member) {
        if (consents.of(program, List.of(member)).get(member) == Consent.UNSAID) {
            consent(member, true);
        }
    }

    protected final void book(String member, long points) {
        agree(member);
        bookWithoutConsent(member, points);
    }

    /** The same for many, who all consent from then on. */
    protected final void book(List<String> members, long points) {
        List<Member> who = members.stream().map(it -> new Member(program, it)).toList();
        transaction.executeWithoutResult(_ -> {
            consents.tell(
                    who.stream()
                            .map(it ->
                                    new ConsentNews(
                                            it, true, Mark.ofOffset(0, SEQUENCE.incrementAndGet())))
                            .toList());
            profiles.tell(
                    Part.WALLETS,
                    who.stream()
                            .map(it ->
                                    new News<>(
                                            it,
                                            Mark.ofSequence(SEQUENCE.incrementAndGet()),
                                            Map.of("stars", new Balance(points, points)),
                                            null))
                            .toList());
            watch.changed(Part.WALLETS, who);
        });
    }

    /** Members of numbers from 0, as {@code contact} names them. */
    protected static List<String> members(int number) {
        return IntStream.range(0, number).mapToObj(it -> "m" + it).toList();
    }

    protected final void bookWithoutConsent(String member, long points) {
        Member who = new Member(program, member);
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    Part.WALLETS,
                    List.of(
                            new News<>(
                                    who,
                                    Mark.ofSequence(SEQUENCE.incrementAndGet()),
                                    Map.of("stars", new Balance(points, points)),
                                    null)));
            watch.changed(Part.WALLETS, List.of(who));
        });
    }

    /** A tier that the member has, told once. */
    protected final void rise(String member, String tier) {
        agree(member);
        Member who = new Member(program, member);
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    Part.TIER,
                    List.of(
                            new News<>(
                                    who,
                                    Mark.ofSequence(SEQUENCE.incrementAndGet()),
                                    Map.of(TierState.ONLY, new TierState(tier, null, null)),
                                    null)));
            watch.changed(Part.TIER, List.of(who));
        });
    }

    /** The time of the member's latest own event, told once. */
    protected final void act(String member, Instant at) {
        agree(member);
        Member who = new Member(program, member);
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    Part.CHALLENGES,
                    List.of(
                            new News<>(
                                    who,
                                    Mark.ofOffset(0, SEQUENCE.incrementAndGet()),
                                    Map.of(),
                                    at)));
            watch.changed(Part.CHALLENGES, List.of(who));
        });
    }

    /** Takes all that was written from a contact, and nothing that others wrote. */
    protected final void clearsTheContactOfAMemberWhoIsErased() throws Exception {
        // Given
        String contact = contact("erased");
        book("erased", 42);
        awaitNothingPending();
        assertThat(ours(contact)).isNotEmpty();

        // When
        REGISTRY.erase(program, "erased");

        // Then
        await().atMost(PATIENCE).until(() -> REGISTRY.isCleared(program, "erased"));
        assertThat(ours(contact)).isEmpty();
        assertThat(field(contact, emailField())).isEqualTo("erased@example.com");
        assertThat(contactIdsKept()).doesNotContain(contact);
    }

    /** What a contact has in fields of ours. */
    protected final Map<String, String> ours(String contact) {
        Map<String, String> ours = new TreeMap<>(contacts().find(contact).orElseThrow().values());
        ours.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("laurel"));
        return ours;
    }

    private List<String> contactIdsKept() {
        return jdbc.sql("SELECT contact FROM crm.link WHERE contact IS NOT NULL")
                .query((row, _) -> row.getString("contact"))
                .list();
    }

    protected final String field(String contact, String name) {
        return contacts().find(contact).orElseThrow().value(name);
    }

    protected final void awaitField(String contact, String name, String value) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(field(contact, name)).as(status().toString()).isEqualTo(value));
    }

    protected final void awaitNothingPending() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(status().at("/pending").asLong())
                                .as(status().toString())
                                .isZero());
    }

    protected final JsonNode status() {
        return api.get("/crm/status").body();
    }
}
