package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.SequencedSet;

/** Finds wallets for which something is due. */
@FunctionalInterface
public interface DueWallets {

    /** Some wallets with lots that become active or expire by now, the longest overdue first. */
    SequencedSet<MemberWallet> due(Instant now, int lots);
}
