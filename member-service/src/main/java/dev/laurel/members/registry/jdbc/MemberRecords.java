package dev.laurel.members.registry.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.members.registry.Profile;
import dev.laurel.members.registry.Registration;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.topics.RecordCodec;
import org.springframework.stereotype.Component;

/** Registrations as records of {@link Topics#MEMBERS}: the profile, and nothing beside it. */
@Component
class MemberRecords {

    private final RecordCodec codec;

    MemberRecords(RecordCodec codec) {
        this.codec = codec;
    }

    OutboxRecord of(Registration member) {
        MemberKey key = new MemberKey(member.id().program(), member.id().member());
        Profile profile = member.profile();
        var attributes =
                new MemberAttributes(
                        key.program(),
                        key.member(),
                        member.revision(),
                        profile.timeZone(),
                        profile.locale(),
                        profile.segments(),
                        profile.teams().stream()
                                .map(it -> new MemberAttributes.Membership(it.team(), it.from()))
                                .toList(),
                        profile.enrolments(),
                        profile.attributes(),
                        profile.consents().isEmpty() ? null : profile.consents(),
                        member.changedAt());
        return OutboxRecord.of(
                Topics.MEMBERS.name(), key.toString().getBytes(UTF_8), codec.write(attributes));
    }
}
