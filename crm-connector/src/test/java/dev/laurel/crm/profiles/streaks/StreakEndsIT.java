package dev.laurel.crm.profiles.streaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.ContactBook.Reach;
import dev.laurel.crm.delivery.Courier;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.SteppedDelivery;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.profiles.StreakState;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A streak that ends without a record ends in the CRM, too. */
class StreakEndsIT extends SteppedDelivery {

    private static final String PROGRAM = "streaky";
    private static final Member ANN = new Member(PROGRAM, "ann");

    /** Behind everything that really happens, and before what other tests' streaks wait for. */
    private static final Instant END = Instant.parse("2100-03-01T00:00:00Z");

    private static final StreakState TWELVE = new StreakState(12, 20, END);

    @Autowired private Connections connections;
    @Autowired private Profiles profiles;
    @Autowired private ProfileWatch watch;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");
    private SandboxServer server;
    private Connection connection;
    private Courier courier;
    private String contact;

    @BeforeEach
    void deliverTwelve() throws Exception {
        server = new SandboxServer(hubspot, 0);
        connection = connectHubSpot(PROGRAM, server.url());
        courier =
                courier(
                        connection,
                        (_, _) ->
                                Optional.of(Map.of("ann", new Reach("ann@example.com", Map.of()))),
                        (_, _, _) -> Chore.NONE,
                        AHEAD);
        contact = hubspot.contacts().create(Map.of("email", "ann@example.com")).id();
        consent(PROGRAM, List.of("ann"));
        tell(1, "daily", TWELVE);
        work(courier);
        assertThat(inCrm()).isEqualTo("12 2100-03-01T00:00:00.000Z");
    }

    @AfterEach
    void disconnect() {
        connections.remove(connection.id(), connection.revision());
        jdbc.sql("DELETE FROM crm.profile WHERE program = ?").param(PROGRAM).update();
        server.close();
    }

    @Test
    void endsWithItsLastDeadlineAndNotBefore() {
        // When
        int before = endAt(END.minusMillis(1));
        int pendingBefore = pending().size();
        int at = endAt(END);
        List<Lane> pendingAt = pending();
        work(courier);
        int after = endAt(END.plusMillis(1));

        // Then
        assertThat(List.of(before, at, after)).containsExactly(0, 1, 0);
        assertThat(pendingBefore).isZero();
        assertThat(pendingAt).containsExactly(Lane.ROUTINE);
        assertThat(inCrm()).isEqualTo("0 ");
        assertThat(profile().streaks()).containsEntry("daily", new StreakState(0, 20, null));
    }

    @Test
    void endsOnlyThoseThatAreOver() {
        // Given
        Instant later = END.plus(Duration.ofDays(7));
        StreakState weekly = new StreakState(3, 3, later);
        tell(2, "weekly", weekly);

        // When
        int ended = endAt(END);

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(profile().streaks())
                .containsEntry("daily", new StreakState(0, 20, null))
                .containsEntry("weekly", weekly);
        assertThat(endAt(later)).isEqualTo(1);
        assertThat(profile().streaks()).containsEntry("weekly", new StreakState(0, 3, null));
    }

    @Test
    void aRecordThatComesAgainDoesNotBringItBackButALaterOneDoes() {
        // Given
        endAt(END);

        // When
        tell(1, "daily", TWELVE);
        Map<String, StreakState> again = profile().streaks();
        StreakState thirteen = new StreakState(13, 20, END.plus(Duration.ofDays(1)));
        tell(2, "daily", thirteen);

        // Then
        assertThat(again).containsEntry("daily", new StreakState(0, 20, null));
        assertThat(profile().streaks()).containsEntry("daily", thirteen);
        assertThat(endAt(END)).isZero();
        work(courier);
        assertThat(inCrm()).isEqualTo("13 2100-03-02T00:00:00.000Z");
    }

    @Test
    void whoDiesInTheMiddleHasEndedNothing() {
        // When
        transaction.executeWithoutResult(died -> {
            ends(END).some();
            died.setRollbackOnly();
        });

        // Then
        assertThat(profile().streaks()).containsEntry("daily", TWELVE);
        assertThat(pending()).isEmpty();
        assertThat(endAt(END)).isEqualTo(1);
    }

    @Test
    void ofTwoInstancesOneEndsIt() {
        // When
        int other =
                transaction.execute(_ -> {
                    assertThat(ends(END).some()).isEqualTo(1);
                    return CompletableFuture.supplyAsync(() -> endAt(END)).join();
                });

        // Then
        assertThat(other).isZero();
        assertThat(profile().revision()).isEqualTo(2);
    }

    /** Whoever builds profiles again reads records of streaks that are long over. */
    @Test
    void endsAgainWhenEverythingIsReadAgain() {
        // Given
        endAt(END);
        jdbc.sql("DELETE FROM crm.profile WHERE program = ?").param(PROGRAM).update();

        // When
        tell(1, "daily", TWELVE);
        int ended = endAt(END);
        work(courier);

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(inCrm()).isEqualTo("0 ");
    }

    private StreakEnds ends(Instant now) {
        return new StreakEnds(profiles, watch, Clock.fixed(now, ZoneOffset.UTC));
    }

    private int endAt(Instant now) {
        return transaction.execute(_ -> ends(now).some());
    }

    private void tell(long sequence, String streak, StreakState state) {
        transaction.executeWithoutResult(_ -> {
            profiles.tell(
                    Part.STREAKS,
                    List.of(
                            new News<>(
                                    ANN, Mark.ofOffset(0, sequence), Map.of(streak, state), null)));
            watch.changed(Part.STREAKS, List.of(ANN));
        });
    }

    private Profile profile() {
        return profiles.find(ANN).orElseThrow();
    }

    private List<Lane> pending() {
        return jdbc.sql("SELECT lane FROM crm.pending WHERE program = ?")
                .param(PROGRAM)
                .query((row, _) -> Lane.of(row.getInt("lane")))
                .list();
    }

    private String inCrm() {
        Contacts.Contact values = hubspot.contacts().find(contact).orElseThrow();
        return values.value("laurel_daily_streak") + " " + values.value("laurel_daily_streak_ends");
    }
}
