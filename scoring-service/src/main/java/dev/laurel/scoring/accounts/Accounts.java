package dev.laurel.scoring.accounts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for one program at a time. What was never booked is empty, not an error. */
public interface Accounts {

    /** A place in a member's ledger that is before every posting. */
    long NEWEST = Long.MAX_VALUE;

    /** The member's wallets, by id. */
    List<Wallet> wallets(String program, String member);

    /**
     * The member's postings, newest first.
     *
     * @param filter which of them
     * @param before only postings with a lower sequence, {@link #NEWEST} for all
     * @param limit how many at most
     */
    List<Line> lines(String program, String member, Filter filter, long before, int limit);

    /**
     * Which postings.
     *
     * @param wallet of this wallet only, {@code null} for all
     * @param decision of this decision only, {@code null} for all
     */
    record Filter(@Nullable String wallet, @Nullable UUID decision) {}
}
