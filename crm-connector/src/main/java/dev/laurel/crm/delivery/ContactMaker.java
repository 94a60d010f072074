package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes contacts for members of whom the CRM has none, a moment after it was asked. They get the
 * member's id and e-mail address and nothing else: what a member is worth is written as to any
 * contact, once it is linked. Of each member there is never more than one, whoever dies or races,
 * as the id is unique in the CRM.
 */
final class ContactMaker {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final Connection connection;
    private final Crm crm;
    private final Calls calls;
    private final Deliveries deliveries;
    private final Clock clock;

    ContactMaker(Connection connection, Crm crm, Calls calls, Deliveries deliveries, Clock clock) {
        this.connection = connection;
        this.crm = crm;
        this.calls = calls;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Makes contacts as far as that can be done.
     *
     * @param members that were looked for and are not there
     * @param emails of all of them
     * @param findings to which contacts are added that are made, and why others are not
     * @param ended to which those are added of whom nobody knows yet
     * @return members whom the CRM has after all, with the id of the contact or {@code ""}
     */
    Map<String, String> make(
            Collection<Due> members,
            Map<String, String> emails,
            Findings findings,
            List<Settlement> ended) {
        Set<String> begun =
                deliveries.beginMaking(
                        connection.id(),
                        members.stream().map(Due::member).toList(),
                        clock.instant());
        List<NewContact> wanted = new ArrayList<>();
        for (Due due : members) {
            if (begun.contains(due.member())) {
                wanted.add(
                        new NewContact(
                                due.member(),
                                connection.mapping().key(),
                                emails.getOrDefault(due.member(), "")));
            } else {
                findings.reasons.put(
                        due.member(), "The contact that there was is gone; no other is made.");
            }
        }
        Map<String, Making> results = new HashMap<>();
        if (!wanted.isEmpty()) {
            ask(members.iterator().next().lane(), wanted, results);
        }
        Map<String, String> there = new LinkedHashMap<>();
        for (Due due : members) {
            if (begun.contains(due.member())) {
                String email = emails.getOrDefault(due.member(), "");
                sort(due, email, results, findings, there, ended);
            }
        }
        return there;
    }

    private void sort(
            Due due,
            String email,
            Map<String, Making> results,
            Findings findings,
            Map<String, String> there,
            List<Settlement> ended) {
        switch (results.get(due.member())) {
            case Making.Made made -> findings.found(due.member(), made.contact());
            case Making.There known -> there.put(due.member(), known.contact());
            case Making.Refused(Refusal refusal) ->
                    findings.reasons.put(
                            due.member(),
                            without(
                                    email,
                                    "The CRM does not make the contact: %s %s"
                                            .formatted(refusal.code(), refusal.message())));
            case Making.Again again ->
                    ended.add(
                            new Settlement.Retry(
                                    due,
                                    clock.instant().plus(ASK_AGAIN),
                                    without(email, again.reason())));
            case null -> ended.add(new Settlement.Postponed(due));
        }
    }

    /** A batch that is rejected as a whole is cut in halves; of what fails there is no result. */
    private void ask(Lane lane, List<NewContact> contacts, Map<String, Making> results) {
        switch (calls.make(lane, () -> crm.make(contacts))) {
            case Answer.Given<List<Making>> given -> {
                for (int place = 0; place < contacts.size(); place++) {
                    results.put(contacts.get(place).member(), given.value().get(place));
                }
            }
            case Answer.Rejected<List<Making>>(Refusal refusal) -> {
                if (contacts.size() == 1) {
                    results.put(contacts.getFirst().member(), new Making.Refused(refusal));
                } else {
                    int half = contacts.size() / 2;
                    ask(lane, contacts.subList(0, half), results);
                    ask(lane, contacts.subList(half, contacts.size()), results);
                }
            }
            case Answer.Throttled<List<Making>> _,
                    Answer.Failed<List<Making>> _,
                    Answer.Denied<List<Making>> _ -> {}
        }
    }

    /** The CRM's words may repeat the address, which is kept nowhere. */
    private static String without(String email, String text) {
        return text.replaceAll("(?i)" + Pattern.quote(email), "[e-mail]");
    }
}
