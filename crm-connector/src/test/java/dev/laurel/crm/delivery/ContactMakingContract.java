package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.delivery.ContactBook.Reach;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.contacts.Contacts.Taken;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.http.Vendor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts that are made for members whom a CRM does not have: one each, whatever happens. */
abstract class ContactMakingContract extends SteppedDelivery {

    private static final AtomicInteger PROGRAMS = new AtomicInteger();

    private final CrmKind kind;
    private final String emailField;
    private final Map<String, Reach> reaches = new TreeMap<>();

    @Autowired private Connections connections;
    @Autowired private JdbcClient jdbc;

    private String program;
    private SandboxServer server;
    private Connection connection;
    private Courier courier;
    private boolean blind;

    protected ContactMakingContract(CrmKind kind, String emailField) {
        this.kind = kind;
        this.emailField = emailField;
    }

    protected abstract Vendor vendor();

    protected abstract Contacts contacts();

    protected abstract Map<String, String> secrets(URI url);

    /** From now on the CRM has no rules by which contacts are the same, as far as it has any. */
    protected void detectNoDuplicates() {}

    /** Whether the CRM says which contact it is that it has already. */
    protected boolean namesWhatIsThere() {
        return false;
    }

    /** From now on the CRM makes no contact of that address. */
    protected abstract void refuse(String email);

    /** Whoever makes the contact dies right after the CRM has it. */
    private static final class Death extends Error {}

    @BeforeEach
    void start() throws Exception {
        program = "making-%s-%d".formatted(kind.id(), PROGRAMS.incrementAndGet());
        server = new SandboxServer(vendor(), 0);
        open(true);
    }

    @AfterEach
    void stop() {
        connections.remove(connection.id(), connection.revision());
        server.close();
    }

    @Test
    void areForMembersWhoConsentAndHaveAnAddressThatTheCrmDoesNotKnow() throws Exception {
        // Given
        contacts().create(Map.of(emailField, "dan@example.com"));
        member("ann");
        member("dan");
        consent(program, List.of("cid"));
        reaches.put("bob", new Reach("bob@example.com", Map.of()));

        // When
        book(program, List.of("ann", "bob", "cid", "dan"), 7);
        work(courier);

        // Then
        assertThat(byEmail()).containsOnlyKeys("ann@example.com", "dan@example.com");
        assertThat(value("ann", key())).isEqualTo("ann");
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(value("dan", stars())).isEqualTo("7");
        assertThat(reason("cid")).isEqualTo("No e-mail address of the member is known.");
        assertThat(pending()).isZero();
    }

    @Test
    void areNoneUnlessTheConnectionIsToMakeThem() {
        // Given
        connections.remove(connection.id(), connection.revision());
        open(false);
        member("ann");

        // When
        book(program, List.of("ann"), 7);
        work(courier);

        // Then
        assertThat(contacts().size()).isZero();
        assertThat(reason("ann")).isEqualTo("No contact was found.");
    }

    @Test
    void areOnceThoughTheAnswerGetsLost() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        // When
        work(
                courier(
                        () -> server.faults().next(new Fault.LostAnswer()),
                        ContactMakingContract::nothing));
        int afterTheLoss = contacts().size();
        String linked = reason("ann");
        work(courier);

        // Then
        assertThat(afterTheLoss).isEqualTo(1);
        assertThat(linked).isEmpty();
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(pending()).isZero();
    }

    @Test
    void areOnceThoughWhoeverMakesThemDies() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        // When
        assertThatThrownBy(() -> work(courier(ContactMakingContract::nothing, this::die)))
                .isInstanceOf(Death.class);
        work(courier);

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(pending()).isZero();
    }

    @Test
    void areClearedThoughNobodyLivedToLinkThem() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);
        assertThatThrownBy(() -> work(courier(ContactMakingContract::nothing, this::die)))
                .isInstanceOf(Death.class);

        // When
        consent(program, List.of("ann"), false);
        work(courier);

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", key())).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void areOnceThoughTwoLookedBeforeEitherMadeOne() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        // When
        work(courier(() -> work(courier), ContactMakingContract::nothing));

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(pending()).isZero();
    }

    /** The one that stood still may have overwritten what the other has booked. */
    @Test
    void areWrittenAgainByWhoeverComesAfterOneThatStoodStill() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        AtomicLong booked = new AtomicLong();

        // When
        work(
                courier(
                        ContactMakingContract::nothing,
                        () -> {
                            work(courier);
                            assertThat(pending()).isZero();
                            booked.set(contact("ann").changes());
                        }));

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(contact("ann").changes()).isEqualTo(booked.get() + 1);
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(pending()).isZero();
    }

    @Test
    void areClearedIfTheMemberRefusesWhileSomebodyIsAboutToMakeThem() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        // When
        work(
                courier(
                        () -> {
                            consent(program, List.of("ann"), false);
                            work(courier);
                            assertThat(pending()).isZero();
                        },
                        ContactMakingContract::nothing));
        settleDown();

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", key())).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void areNotMadeWherePeopleMakeOneMeanwhile() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);

        // When
        work(courier(() -> people("ann@example.com"), ContactMakingContract::nothing));

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", key())).isEqualTo("ann");
        assertThat(value("ann", stars())).isEqualTo("7");
        assertThat(pending()).isZero();
    }

    /** HubSpot knows a contact by further addresses, which no look by address says. */
    @Test
    void areNotMadeBesideOneThatTheCrmKnowsByMoreThanTheLookSays() {
        // Given
        member("ann");
        people("ann@example.com");
        book(program, List.of("ann"), 7);
        blind = true;

        // When
        work(courier);

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(pending()).isZero();
        if (namesWhatIsThere()) {
            assertThat(value("ann", key())).isEqualTo("ann");
            assertThat(value("ann", stars())).isEqualTo("7");
        } else {
            assertThat(reason("ann")).isEqualTo("The CRM has such a contact and does not show it.");
        }
    }

    @Test
    void thatAreRefusedHoldUpNoOthers() {
        // Given
        List<String> members = List.of("ann", "bob", "cid", "dan");
        members.forEach(this::member);
        refuse("bob@example.com");

        // When
        book(program, members, 7);
        work(courier);

        // Then
        assertThat(byEmail())
                .containsOnlyKeys("ann@example.com", "cid@example.com", "dan@example.com");
        assertThat(value("dan", stars())).isEqualTo("7");
        assertThat(reason("bob"))
                .startsWith("The CRM does not make the contact: ")
                .doesNotContain("bob@example.com");
        assertThat(pending()).isZero();
    }

    @Test
    void areTriedAgainWhereTheyFailOneByOne() {
        // Given
        List<String> members = List.of("ann", "bob", "cid", "dan");
        members.forEach(this::member);
        book(program, members, 7);

        // When
        work(
                courier(
                        () -> server.faults().next(new Fault.HalfFails()),
                        ContactMakingContract::nothing));
        int half = contacts().size();
        settleDown();

        // Then
        assertThat(half).isEqualTo(2);
        assertThat(byEmail()).hasSize(4);
        assertThat(contacts().size()).isEqualTo(4);
        members.forEach(it -> assertThat(value(it, stars())).isEqualTo("7"));
        assertThat(pending()).isZero();
    }

    @Test
    void areOneForSeveralMembersWithTheSameAddress() {
        // Given
        detectNoDuplicates();
        member("ann");
        consent(program, List.of("twin"));
        reaches.put("twin", new Reach("Ann@Example.com", Map.of()));

        // When
        book(program, List.of("ann", "twin"), 7);
        work(courier);
        settleDown();

        // Then
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(List.of(reason("ann"), reason("twin")))
                .containsExactlyInAnyOrder("", "The contact has the id of another member.");
        assertThat(pending()).isZero();
    }

    @Test
    void areOneForMembersWithTheSameAddressWhoAreUnderWayAtTheSameTime() {
        // Given
        detectNoDuplicates();
        member("ann");
        consent(program, List.of("twin"));
        reaches.put("twin", new Reach("Ann@Example.com", Map.of()));
        AtomicReference<Courier> both = new AtomicReference<>();
        AtomicInteger makings = new AtomicInteger();
        both.set(
                courier(
                        () -> {
                            if (makings.incrementAndGet() == 1) {
                                book(program, List.of("twin"), 7);
                                work(both.get());
                            }
                        },
                        ContactMakingContract::nothing));

        // When
        book(program, List.of("ann"), 7);
        work(both.get());
        settleDown();

        // Then
        assertThat(makings.get()).isEqualTo(1);
        assertThat(contacts().size()).isEqualTo(1);
        assertThat(value("ann", key())).isEqualTo("ann");
        assertThat(reason("twin")).isEqualTo("The contact has the id of another member.");
        assertThat(pending()).isZero();
    }

    @Test
    void areNotMadeAgainWherePeopleDeletedOne() {
        // Given
        member("ann");
        book(program, List.of("ann"), 7);
        work(courier);
        contacts().delete(contact("ann").id());

        // When
        book(program, List.of("ann"), 8);
        work(courier);

        // Then
        assertThat(contacts().size()).isZero();
        assertThat(reason("ann"))
                .isEqualTo("The contact that there was is gone; no other is made.");
        assertThat(pending()).isZero();
    }

    private void open(boolean makesContacts) {
        connection =
                connect(
                        program,
                        kind,
                        server.url(),
                        secrets(server.url()),
                        Quota.of(kind),
                        makesContacts);
        courier = courier(ContactMakingContract::nothing, ContactMakingContract::nothing);
    }

    private Courier courier(Runnable before, Runnable after) {
        return courier(
                connection,
                (_, _) -> Optional.of(Map.copyOf(reaches)),
                (_, _, _) -> Chore.NONE,
                AHEAD,
                crm -> around(crm, before, after));
    }

    /** A CRM around whose making of contacts something happens. */
    private Crm around(Crm crm, Runnable before, Runnable after) {
        return (Crm)
                Proxy.newProxyInstance(
                        Crm.class.getClassLoader(),
                        new Class<?>[] {Crm.class},
                        (_, method, arguments) -> {
                            boolean makes = method.getName().equals("make");
                            if (blind
                                    && method.getName().equals("find")
                                    && arguments[0] == Crm.Lookup.EMAIL) {
                                return new Answer.Given<>(Map.of(), null);
                            }
                            if (makes) {
                                before.run();
                            }
                            try {
                                Object answer = method.invoke(crm, arguments);
                                if (makes) {
                                    after.run();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void nothing() {}

    private void die() {
        throw new Death();
    }

    /** Does what is due later, too. */
    private void settleDown() {
        jdbc.sql("UPDATE crm.pending SET due_at = 'epoch' WHERE program = ?")
                .param(program)
                .update();
        work(courier);
    }

    private void people(String email) {
        try {
            contacts().create(Map.of(emailField, email));
        } catch (Taken e) {
            throw new AssertionError(e);
        }
    }

    /** Who consents and has an address. */
    private void member(String member) {
        consent(program, List.of(member));
        reaches.put(member, new Reach(member + "@example.com", Map.of()));
    }

    private Map<String, Contact> byEmail() {
        return contacts().by(it -> it.value(emailField).toLowerCase(Locale.ROOT));
    }

    private String value(String member, String field) {
        return contact(member).value(field);
    }

    private Contact contact(String member) {
        return Objects.requireNonNull(byEmail().get(member + "@example.com"));
    }

    private String key() {
        return connection.mapping().key();
    }

    private String stars() {
        return connection.mapping().fields().stream()
                .filter(it -> it.field().written().equals("wallets.stars.available"))
                .findFirst()
                .orElseThrow()
                .target();
    }

    private long pending() {
        return jdbc.sql("SELECT count(*) FROM crm.pending WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private String reason(String member) {
        return jdbc.sql("SELECT reason FROM crm.link WHERE program = ? AND member = ?")
                .params(program, member)
                .query(String.class)
                .single();
    }
}
