package dev.laurel.scoring.liability;

import java.util.List;

/** Adds up the ledger. */
@FunctionalInterface
public interface Liabilities {

    /**
     * Per wallet, by id, all at one instant. Adds up the balance of every member: meant for people,
     * not for every request.
     */
    List<WalletLiability> of(String program);
}
