package dev.laurel.scoring.spending;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.ledger.Account;
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

    /**
     * The move that books it.
     *
     * @param id of the hold, or of the refund: each has every step once
     */
    Move move(UUID id, String wallet, long points) {
        String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
        UUID effect = UUID.nameUUIDFromBytes((id + "/" + label).getBytes(UTF_8));
        return Move.between(effect, wallet, from(), to(), points, new Cause("spending", label));
    }

    private Account from() {
        return switch (this) {
            case PLACE -> new Account.OfMember();
            case CONFIRM, RELEASE, TIME_OUT -> new Account.Held();
            case REFUND -> new Account.Spent();
        };
    }

    private Account to() {
        return switch (this) {
            case PLACE -> new Account.Held();
            case CONFIRM -> new Account.Spent();
            case RELEASE, TIME_OUT, REFUND -> new Account.OfMember();
        };
    }
}
