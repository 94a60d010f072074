package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Contact;
import dev.laurel.members.registry.Fault;
import dev.laurel.members.registry.MergePatch;
import dev.laurel.members.registry.Profile;
import dev.laurel.members.registry.Registration;
import dev.laurel.members.registry.Statement;
import dev.laurel.members.registry.StatementReader;
import dev.laurel.members.registry.StatementReader.Reading.Refused;
import dev.laurel.members.registry.StatementReader.Reading.Said;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies as statements, and registrations as the bodies that would say the same. */
final class Statements {

    private Statements() {}

    /**
     * What a body says.
     *
     * @throws Problem with everything that is wrong with it
     */
    static Statement read(Map<String, ? extends @Nullable Object> body, Instant now) {
        return switch (StatementReader.read(body, now)) {
            case Said(Statement statement) -> statement;
            case Refused(List<Fault> faults) -> throw refusal(faults);
        };
    }

    /**
     * What a merge patch makes of what is known.
     *
     * @throws Problem with everything that is wrong with it then
     */
    static Statement merged(
            Registration before, Map<String, ? extends @Nullable Object> patch, Instant now) {
        Map<String, @Nullable Object> merged = MergePatch.apply(body(before), patch);
        merged.putIfAbsent("contact", Map.of());
        return read(merged, now);
    }

    private static Problem refusal(List<Fault> faults) {
        Fault first = faults.getFirst();
        String more =
                faults.size() == 1 ? "" : " And %d more, see errors.".formatted(faults.size() - 1);
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                first.pointer() + ": " + first.message() + more,
                faults.stream()
                        .map(it -> new Violation(it.pointer(), it.message(), it.expected()))
                        .toList());
    }

    /** The body that a merge patch is applied to. */
    private static Map<String, @Nullable Object> body(Registration member) {
        Profile profile = member.profile();
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("displayName", member.displayName());
        body.put("timeZone", profile.timeZone());
        body.put("locale", profile.locale());
        body.put("segments", profile.segments());
        body.put("team", profile.team());
        body.put("attributes", profile.attributes());
        body.put("consents", profile.consents());
        body.put("contact", contact(member.contact()));
        return body;
    }

    private static Map<String, @Nullable Object> contact(Contact contact) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("email", contact.email());
        body.put("phone", contact.phone());
        body.put("crmIds", contact.crmIds());
        return body;
    }
}
