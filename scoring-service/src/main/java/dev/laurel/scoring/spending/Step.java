package dev.laurel.scoring.spending;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Move;
import java.util.Locale;
import java.util.UUID;

/** A step in the life of a hold. */
enum Step {
    PLACE,
    CONFIRM,
    RELEASE,
    TIME_OUT,
    REFUND;

    /** The move that books it, which every hold has once. */
    Move move(UUID hold, String wallet, long points) {
        return move(hold, hold, wallet, points);
    }

    /**
     * The move that books it.
     *
     * @param id of what has it once: the hold, or one of its refunds
     */
    Move move(UUID id, UUID hold, String wallet, long points) {
        String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
        UUID effect = UUID.nameUUIDFromBytes((id + "/" + label).getBytes(UTF_8));
        Cause cause = new Cause("spending", label);
        return switch (this) {
            case PLACE -> new Move.Reserve(effect, wallet, points, cause, hold);
            case CONFIRM -> new Move.Spend(effect, wallet, points, cause, hold);
            case RELEASE, TIME_OUT -> new Move.GiveBack(effect, wallet, points, cause, hold);
            case REFUND -> new Move.Refund(effect, wallet, points, cause, hold);
        };
    }
}
