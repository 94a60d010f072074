package dev.laurel.scoring.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to move from one account to another.
 *
 * @param effect the effect's id: booked once, however often it is asked for
 * @param wallet the wallet
 * @param from the account that they are taken from
 * @param to the account that they go to, another one
 * @param amount points, above 0
 * @param cause what asks for it
 * @param origin where it comes from when that is not where the instruction does, {@code null}
 *     otherwise
 * @param team the team that it counts for besides the member, {@code null} for none
 */
public record Move(
        UUID effect,
        String wallet,
        Account from,
        Account to,
        long amount,
        Cause cause,
        @Nullable Origin origin,
        @Nullable String team) {

    public Move {
        if (amount <= 0) {
            throw new IllegalArgumentException(
                    "Expected an amount above 0, but it was %d.".formatted(amount));
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "Expected two accounts, but both are '%s'.".formatted(from.id()));
        }
    }

    /** A move between accounts that comes from where its instruction does. */
    public static Move between(
            UUID effect, String wallet, Account from, Account to, long amount, Cause cause) {
        return new Move(effect, wallet, from, to, amount, cause, null, null);
    }

    /** What a mechanic gives or takes that counts for no team. */
    public static Move issued(
            UUID effect, String wallet, long points, Cause cause, @Nullable Origin origin) {
        return issued(effect, wallet, points, cause, origin, null);
    }

    /**
     * What a mechanic gives to the member or takes back.
     *
     * @param points positive to give, negative to take, never 0
     * @param team the team that they count for, too, {@code null} for none
     */
    public static Move issued(
            UUID effect,
            String wallet,
            long points,
            Cause cause,
            @Nullable Origin origin,
            @Nullable String team) {
        // The opposite of the smallest long is none.
        if (points == 0 || points == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d other than 0, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, points));
        }
        Account member = new Account.OfMember();
        Account issuance = new Account.Issuance(cause);
        return points > 0
                ? new Move(effect, wallet, issuance, member, points, cause, origin, team)
                : new Move(effect, wallet, member, issuance, -points, cause, origin, team);
    }

    /**
     * By how much it changes the member's balance: positive when given, negative when taken, 0
     * between other accounts.
     */
    public long points() {
        return change(Account.OfMember.class);
    }

    /** By how much it changes the balance of a kind of account. */
    long change(Class<? extends Account> account) {
        if (account.isInstance(to)) {
            return amount;
        }
        return account.isInstance(from) ? -amount : 0;
    }
}
