package dev.laurel.scoring.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for one program at a time. What was never booked is empty, not an error. */
public interface Accounts {

    /** A place in a member's ledger that is before every posting. */
    long NEWEST = Long.MAX_VALUE;

    /** The member's wallets, by id, as they are now whether or not what is due is booked. */
    List<Wallet> wallets(String program, String member);

    /**
     * The member's lots with points that are pending, open or held, the first to expire first.
     *
     * @param wallet of this wallet only, {@code null} for all
     */
    List<OpenLot> lots(
            String program, String member, @Nullable String wallet, Place after, int limit);

    /** A place in a member's list of lots. */
    record Place(Instant expires, UUID id) {

        /** The end of lots that have none. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Before all of them. */
        public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }

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
