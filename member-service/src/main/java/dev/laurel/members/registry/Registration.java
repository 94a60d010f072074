package dev.laurel.members.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry has of a member.
 *
 * @param id the member
 * @param revision counts the changes, from 1; 0 for a member of whom nothing is kept
 * @param displayName how the member wants to be called
 * @param profile what rules may know
 * @param contact how to reach the member
 * @param changedAt when the last change was
 */
public record Registration(
        MemberId id,
        long revision,
        @Nullable String displayName,
        Profile profile,
        Contact contact,
        Instant changedAt) {

    /** A member of whom nothing is kept. */
    public static Registration none(MemberId id) {
        return new Registration(id, 0, null, Profile.EMPTY, Contact.EMPTY, Instant.EPOCH);
    }

    public boolean isRegistered() {
        return revision > 0;
    }

    /**
     * After a caller's word on everything but the challenges joined. What is not said of consents
     * and of the contact stays: leaving them out takes nothing back.
     *
     * @param now when a team begins of which nothing else is said
     */
    public Registration saying(Statement statement, Instant now) {
        Map<String, Boolean> consents = statement.consents();
        Profile changed =
                new Profile(
                        statement.timeZone(),
                        statement.locale(),
                        statement.segments(),
                        teams(statement, now),
                        profile.enrolments(),
                        statement.attributes(),
                        consents == null ? profile.consents() : consents);
        Contact reachable = statement.contact();
        return new Registration(
                id,
                revision,
                statement.displayName(),
                changed,
                reachable == null ? contact : reachable,
                changedAt);
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
        return new Registration(id, revision, displayName, changed, contact, changedAt);
    }

    /**
     * What is kept after a change that made {@code this} of an older registration: itself one
     * revision on, or the older one when nothing is different and it was kept before.
     */
    public Registration following(Registration before, Instant now) {
        if (before.isRegistered()
                && Objects.equals(displayName, before.displayName)
                && profile.equals(before.profile)
                && contact.equals(before.contact)) {
            return before;
        }
        return new Registration(id, before.revision + 1, displayName, profile, contact, now);
    }
}
