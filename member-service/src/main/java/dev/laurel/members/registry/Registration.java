package dev.laurel.members.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry has of a member.
 *
 * @param id the member
 * @param revision counts the changes, from 1; 0 for a member of whom nothing is kept
 * @param displayName how the member wants to be called
 * @param profile what rules may know
 * @param contact how to reach the member
 * @param consents what the profile has of consents, each with its proof
 * @param erased whether the member was erased: nothing is kept then, and nothing taken any more
 * @param changedAt when the last change was
 */
public record Registration(
        MemberId id,
        long revision,
        @Nullable String displayName,
        Profile profile,
        Contact contact,
        Map<String, Consent> consents,
        boolean erased,
        Instant changedAt) {

    public Registration {
        consents = Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** A member of whom nothing is kept. */
    public static Registration none(MemberId id) {
        return new Registration(
                id, 0, null, Profile.EMPTY, Contact.EMPTY, Map.of(), false, Instant.EPOCH);
    }

    /** A member who was erased. */
    public static Registration erased(MemberId id, long revision, Instant at) {
        return new Registration(
                id, revision, null, Profile.EMPTY, Contact.EMPTY, Map.of(), true, at);
    }

    public boolean isRegistered() {
        return revision > 0;
    }

    /**
     * After a caller's word on everything but the challenges joined. What is not said of a consent
     * and of the contact stays: leaving them out takes nothing back, neither a yes nor a no.
     *
     * @param now when a team begins of which nothing else is said
     */
    public Registration saying(Statement statement, Instant now) {
        if (erased) {
            return this;
        }
        Map<String, Consent> agreed = consents(statement, now);
        Map<String, Boolean> told = new TreeMap<>();
        agreed.forEach((name, consent) -> told.put(name, consent.given()));
        Profile changed =
                new Profile(
                        statement.timeZone(),
                        statement.locale(),
                        statement.segments(),
                        teams(statement, now),
                        profile.enrolments(),
                        statement.attributes(),
                        told);
        Contact reachable = statement.contact();
        return new Registration(
                id,
                revision,
                statement.displayName(),
                changed,
                reachable == null ? contact : reachable,
                agreed,
                false,
                changedAt);
    }

    private Map<String, Consent> consents(Statement statement, Instant now) {
        Map<String, SaidConsent> said = statement.consents();
        if (said == null) {
            return consents;
        }
        Map<String, Consent> agreed = new TreeMap<>(consents);
        said.forEach((name, word) -> agreed.put(name, word.after(consents.get(name), now)));
        return agreed;
    }

    private List<Membership> teams(Statement statement, Instant now) {
        Instant since = statement.teamSince();
        if (since == null && Objects.equals(statement.team(), profile.team())) {
            return profile.teams();
        }
        return profile.teamsWith(statement.team(), since == null ? now : since);
    }

    /** With another profile. */
    public Registration with(Profile changed) {
        return erased
                ? this
                : new Registration(
                        id, revision, displayName, changed, contact, consents, false, changedAt);
    }

    /**
     * What is kept after a change that made {@code this} of an older registration: itself one
     * revision on, or the older one when nothing is different and it was kept before.
     */
    public Registration following(Registration before, Instant now) {
        if (before.erased) {
            return before;
        }
        if (before.isRegistered()
                && Objects.equals(displayName, before.displayName)
                && profile.equals(before.profile)
                && contact.equals(before.contact)
                && consents.equals(before.consents)) {
            return before;
        }
        return new Registration(
                id, before.revision + 1, displayName, profile, contact, consents, false, now);
    }
}
