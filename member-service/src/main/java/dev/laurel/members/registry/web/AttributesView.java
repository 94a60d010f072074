package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Membership;
import dev.laurel.members.registry.Profile;
import dev.laurel.members.registry.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the registry shows of a member to everybody who may see members: all but the contact.
 *
 * @param revision counts the member's changes; also the entity tag
 * @param displayName how the member wants to be called
 * @param team the team by the latest word, {@code null} for none
 * @param teams every time in a team or without one, by its beginning
 * @param challenges when the member joined each challenge
 */
record AttributesView(
        String program,
        String member,
        long revision,
        @Nullable String displayName,
        @Nullable String timeZone,
        @Nullable String locale,
        List<String> segments,
        @Nullable String team,
        List<Membership> teams,
        Map<String, Instant> challenges,
        Map<String, Object> attributes,
        Map<String, Boolean> consents,
        Instant changedAt) {

    static AttributesView of(Registration member) {
        Profile profile = member.profile();
        return new AttributesView(
                member.id().program(),
                member.id().member(),
                member.revision(),
                member.displayName(),
                profile.timeZone(),
                profile.locale(),
                profile.segments(),
                profile.team(),
                profile.teams(),
                profile.enrolments(),
                profile.attributes(),
                profile.consents(),
                member.changedAt());
    }
}
