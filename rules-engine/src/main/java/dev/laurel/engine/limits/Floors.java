package dev.laurel.engine.limits;

import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.WalletState;
import dev.laurel.engine.wallets.Wallet;
import java.util.List;

/**
 * The floors of wallets. What a member has by the rules is the greater of the floor and of what the
 * wallet starts with plus all that rules gave and took: a function of the sum, so no order matters.
 * Points below the floor are owed, and those that come next pay them off first.
 */
final class Floors {

    private final Draft draft;
    private final Bounds bounds;

    Floors(Draft draft, Bounds bounds) {
        this.draft = draft;
        this.bounds = bounds;
    }

    /** What the floor lets through of points given or taken; adds a sentence if it is not all. */
    long pass(String walletId, long points, List<String> trimmed) {
        Wallet wallet = bounds.wallet(walletId);
        if (wallet == null || wallet.floor() == null || points == 0) {
            return points;
        }
        long floor = wallet.floor();
        WalletState state = draft.wallet(walletId);
        long sum = state.sum() + points;
        long before = Math.max(floor, wallet.start() + state.sum());
        long after = Math.max(floor, wallet.start() + sum);
        draft.wallet(walletId, state.withSum(sum));
        if (after - before != points) {
            trimmed.add(
                    "Expected at least %d %s, but the rules come to %d, %s."
                            .formatted(
                                    floor,
                                    walletId,
                                    wallet.start() + Math.min(sum, state.sum()),
                                    Allowances.soMany(after - before, points)));
        }
        return after - before;
    }
}
