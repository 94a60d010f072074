package dev.laurel.scoring.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Instructions for tests: their ids follow from a name, like those of the rules. */
public final class Instructing {

    public static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");
    public static final Cause BASE_EARN = new Cause("rule", "base-earn");

    private Instructing() {}

    public static Instruction instruction(String member, String decision, Move... moves) {
        return instruction(member, decision, false, moves);
    }

    public static Instruction reversal(String member, String decision, Move... moves) {
        return instruction(member, decision, true, moves);
    }

    private static Instruction instruction(
            String member, String decision, boolean reversal, Move... moves) {
        return new Instruction(
                new Member("retail-club", member),
                0,
                new Origin(
                        id(decision),
                        3,
                        reversal,
                        "/shop",
                        decision,
                        Instant.parse("2011-11-30T22:30:00Z"),
                        LocalDate.parse("2011-12-01"),
                        null),
                List.of(moves));
    }

    public static Move move(String effect, long points) {
        return move(effect, "stars", points);
    }

    public static Move move(String effect, String wallet, long points) {
        return Move.issued(id(effect), wallet, points, BASE_EARN, null);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
