package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.erasure.Erasures;
import dev.laurel.crm.profiles.Member;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erased members are cleared, though a courier that stood still for longer than its lease goes on
 * where it was, and though a contact became another.
 */
class LateCourierIT extends SteppedDelivery {

    private static final String PROGRAM = "late-courier";
    private static final String STARS = "laurel_stars_available";
    private static final String KEY = "laurel_member_id";
    private static final Member ANN = new Member(PROGRAM, "ann");

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private Erasures erasures;
    @Autowired private JdbcClient jdbc;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private SandboxServer server;
    private Connection connection;
    private String contact;
    private final Map<String, Runnable> meanwhile = new HashMap<>();

    @BeforeEach
    void connect() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection = connectHubSpot(PROGRAM, server.url());
        contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();
        consent(PROGRAM, List.of("ann", "bob"));
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        jdbc.sql("DELETE FROM crm.erasure WHERE program = ?").param(PROGRAM).update();
        jdbc.sql("DELETE FROM crm.profile WHERE program = ?").param(PROGRAM).update();
        server.close();
    }

    @Test
    void linksNobodyWhomAnotherCourierHasSettled() {
        // Given
        Courier late = courier();
        book(PROGRAM, List.of("ann"), 1);
        meanwhile.put(
                "ann",
                () -> {
                    erasures.add(List.of(ANN));
                    work(courier());
                });

        // When
        work(late);

        // Then
        assertThat(linked()).isEmpty();
        assertThat(pending()).isEmpty();
        assertThat(field(contact, STARS)).isEmpty();
    }

    @Test
    void clearsAContactThatWasLinkedInTheMomentInWhichThereSeemedToBeNone() {
        // Given
        erasures.add(List.of(ANN));
        rise(PROGRAM, List.of("bob"), "gold");
        meanwhile.put("bob", () -> deliveries.link(connection.id(), Map.of("ann", contact)));

        // When
        work(courier());

        // Then
        assertThat(linked()).isEmpty();
        assertThat(pending()).isEmpty();
    }

    /** As after a merge: the other contact has taken over what was written into the one. */
    @Test
    void clearsTheContactThatTookThePlaceOfTheOneThatIsGone() throws Exception {
        // Given
        book(PROGRAM, List.of("ann"), 1);
        work(courier());
        assertThat(field(contact, STARS)).isEqualTo("1");
        hubspot.contacts().delete(contact);
        String other =
                hubspot.contacts()
                        .create(Map.of("email", "ann@example.org", KEY, "ann", STARS, "1"))
                        .id();

        // When
        erasures.add(List.of(ANN));
        work(courier());

        // Then
        assertThat(field(other, STARS)).isEmpty();
        assertThat(field(other, KEY)).isEmpty();
        assertThat(linked()).isEmpty();
        assertThat(pending()).isEmpty();
    }

    /**
     * As after a merge of the one member's contact into the other's, with the first one's values.
     */
    @Test
    void leavesAContactToTheMemberWhoseItIsThatTookThePlaceOfTheOneThatIsGone() throws Exception {
        // Given
        String bobs = merge();

        // When
        erasures.add(List.of(ANN));
        work(courier());
        work(courier(Duration.ofDays(1)));

        // Then
        assertThat(field(bobs, STARS)).isEqualTo("2");
        assertThat(field(bobs, KEY)).isEqualTo("bob");
        assertThat(linked()).containsExactly("bob");
        assertThat(pending()).isEmpty();
    }

    /** Nothing is written then that would take the place of what was handed on. */
    @Test
    void clearsAContactThatTookThePlaceOfTheOneThatIsGoneIfItsOwnMemberNeverSaidAnything()
            throws Exception {
        // Given
        String bobs = merge();
        jdbc.sql("DELETE FROM crm.consent WHERE program = ? AND member = 'bob'")
                .param(PROGRAM)
                .update();

        // When
        erasures.add(List.of(ANN));
        work(courier());

        // Then
        assertThat(field(bobs, STARS)).isEmpty();
        assertThat(field(bobs, KEY)).isEmpty();
        assertThat(pending()).isEmpty();
        consent(PROGRAM, List.of("bob"));
        work(courier());
        assertThat(field(bobs, STARS)).isEqualTo("2");
    }

    /** Ann's contact into bob's, who has two stars. */
    private String merge() throws Exception {
        String bobs = hubspot.contacts().create(Map.of("email", "bob@example.com")).id();
        book(PROGRAM, List.of("ann"), 1);
        book(PROGRAM, List.of("bob"), 2);
        work(courier());
        assertThat(field(bobs, STARS)).isEqualTo("2");
        hubspot.contacts().delete(contact);
        hubspot.contacts().update(bobs, Map.of(KEY, "ann", STARS, "1"));
        return bobs;
    }

    @Test
    void overwritesWhatALateCourierSentBehindAnother() {
        // Given
        book(PROGRAM, List.of("ann"), 1);
        work(courier());
        Courier late = courier();
        book(PROGRAM, List.of("ann", "bob"), 2);
        meanwhile.put(
                "bob",
                () -> {
                    book(PROGRAM, List.of("ann"), 3);
                    work(courier());
                });

        // When
        work(late);

        // Then
        assertThat(field(contact, STARS)).isEqualTo("3");
    }

    /** The new change is not the one that it began with, though both are the first of their row. */
    @Test
    void leavesAChangeDueThatCameAfterAnotherCourierHadSettled() {
        // Given
        book(PROGRAM, List.of("ann"), 1);
        work(courier());
        Courier late = courier();
        book(PROGRAM, List.of("ann", "bob"), 2);
        meanwhile.put(
                "bob",
                () -> {
                    work(courier());
                    book(PROGRAM, List.of("ann"), 3);
                });

        // When
        work(late);

        // Then
        assertThat(field(contact, STARS)).isEqualTo("3");
    }

    private Courier courier() {
        return courier(Duration.ZERO);
    }

    private Courier courier(Duration later) {
        return courier(
                connection, this::reach, (_, _, _) -> Chore.NONE, Clock.offset(AHEAD, later));
    }

    private List<String> linked() {
        return members("SELECT member FROM crm.link WHERE program = ? AND contact IS NOT NULL");
    }

    private List<String> pending() {
        return members("SELECT member FROM crm.pending WHERE program = ?");
    }

    private List<String> members(String sql) {
        return jdbc.sql(sql).param(PROGRAM).query((row, _) -> row.getString("member")).list();
    }

    private String field(String id, String name) {
        return hubspot.contacts().find(id).orElseThrow().value(name);
    }

    private Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        members.forEach(it -> {
            Runnable first = meanwhile.remove(it);
            if (first != null) {
                first.run();
            }
        });
        return Optional.of(
                Map.of(
                        "ann", new ContactBook.Reach("ann@example.com", Map.of()),
                        "bob", new ContactBook.Reach("bob@example.com", Map.of())));
    }
}
