package dev.laurel.rules.evaluation;

import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.engine.members.Member;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of the registry as the engine takes them. */
public final class EngineMembers {

    private EngineMembers() {}

    /**
     * The same member without the program.
     *
     * @throws java.time.DateTimeException when this platform does not know the time zone
     */
    public static Member of(MemberAttributes attributes) {
        return new Member(
                attributes.member(),
                zone(attributes.timeZone()),
                attributes.locale(),
                Set.copyOf(attributes.segments()),
                attributes.teams().stream()
                        .map(it -> new Member.Membership(it.team(), it.from()))
                        .toList(),
                attributes.enrolments(),
                attributes.attributes());
    }

    private static @Nullable ZoneId zone(@Nullable String timeZone) {
        return timeZone == null ? null : ZoneId.of(timeZone);
    }
}
