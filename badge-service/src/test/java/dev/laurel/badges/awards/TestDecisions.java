package dev.laurel.badges.awards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Decisions about badges. */
public final class TestDecisions {

    private static final Cause CAUSE = new Cause(Cause.Kind.CHALLENGE, "spring");

    private TestDecisions() {}

    /**
     * A decision on event {@code nth} that issues a badge; the event happens {@code nth} minutes
     * after noon.
     */
    public static Decision issuing(String program, String member, String badge, int nth) {
        return deciding(program, member, badge, BadgeEffect.Change.ISSUED, nth);
    }

    /** See {@link #issuing}. */
    public static Decision revoking(String program, String member, String badge, int nth) {
        return deciding(program, member, badge, BadgeEffect.Change.REVOKED, nth);
    }

    public static Instant timeOf(int nth) {
        return Instant.parse("2011-11-05T12:00:00Z").plusSeconds(60L * nth);
    }

    private static Decision deciding(
            String program, String member, String badge, BadgeEffect.Change change, int nth) {
        String event = program + member + badge + nth;
        return new Decision(
                id("decision" + event),
                program,
                3,
                "cafe",
                member,
                new EventReference(
                        "/shop",
                        event,
                        "purchase",
                        member,
                        timeOf(nth),
                        timeOf(nth),
                        LocalDate.of(2011, 11, 5),
                        false),
                Decision.Outcome.DECIDED,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new BadgeEffect(id("effect" + event), badge, change, CAUSE)));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
