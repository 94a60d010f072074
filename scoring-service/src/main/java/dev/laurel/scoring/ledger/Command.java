package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes instructions of what somebody asks for over HTTP, or a clock. */
public final class Command {

    /** Rows of a program's accounts that commands share, beside those of Kafka's partitions. */
    private static final int STRIPES = 16;

    private Command() {}

    /** The part of the program's accounts that takes the other side of the member's commands. */
    public static int stripe(Member member) {
        return -1 - Math.floorMod(member.id().hashCode(), STRIPES);
    }

    /** An instruction that came through none of the program's channels. */
    public static Instruction of(
            Member member,
            String kind,
            UUID id,
            boolean correction,
            Instant now,
            ZoneId zone,
            List<Move> moves) {
        return of(member, kind, id, correction, now, zone, null, moves);
    }

    /**
     * An instruction without a decision.
     *
     * @param kind what kind of thing it is about, such as {@code hold}
     * @param id of that thing
     * @param correction whether what it takes was never earned
     * @param now when it is asked for
     * @param zone the program's time zone
     * @param channel which of the program's channels it came through, {@code null} for none
     */
    public static Instruction of(
            Member member,
            String kind,
            UUID id,
            boolean correction,
            Instant now,
            ZoneId zone,
            @Nullable String channel,
            List<Move> moves) {
        return new Instruction(
                member,
                stripe(member),
                new Origin(
                        null,
                        null,
                        correction,
                        "urn:laurel:" + kind,
                        id.toString(),
                        now,
                        LocalDate.ofInstant(now, zone),
                        channel),
                moves);
    }
}
