package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.WalletState;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives members what wallets start with, once there is an event that concerns them and stands, and
 * takes it back when the last such event is undone. Events that undo others do not count for it.
 */
public final class Starts {

    private final List<Wallet> wallets;
    private final Draft draft;
    private final EffectIds ids;

    /**
     * Begins.
     *
     * @param wallets those that start with points
     */
    public Starts(List<Wallet> wallets, Draft draft, EffectIds ids) {
        this.wallets = wallets;
        this.draft = draft;
        this.ids = ids;
    }

    /** An event concerns the member. */
    public void count() {
        add(1);
    }

    /** An event that concerned the member is undone as a whole. */
    public void takeBack() {
        add(-1);
    }

    private void add(int events) {
        for (Wallet wallet : wallets) {
            WalletState state = draft.wallet(wallet.id());
            draft.wallet(wallet.id(), state.withEvents(Math.max(0, state.events() + events)));
        }
    }

    /** Points to give or take, after all is counted. */
    public List<PointsEffect> settle() {
        List<PointsEffect> effects = new ArrayList<>();
        for (Wallet wallet : wallets) {
            WalletState state = draft.wallet(wallet.id());
            Cause cause = Cause.wallet(wallet.id());
            if (state.events() > 0 && state.start() == 0) {
                int nth = state.starts() + 1;
                draft.wallet(wallet.id(), state.withStart(nth, wallet.start()));
                effects.add(
                        new PointsEffect(
                                ids.start(wallet.id(), nth), wallet.id(), wallet.start(), cause));
            } else if (state.events() == 0 && state.start() != 0) {
                draft.wallet(wallet.id(), state.withStart(state.starts(), 0));
                effects.add(
                        new PointsEffect(
                                        ids.startTakenBack(wallet.id(), state.starts()),
                                        wallet.id(),
                                        -state.start(),
                                        cause)
                                .undoing(ids.start(wallet.id(), state.starts())));
            }
        }
        return effects;
    }
}
