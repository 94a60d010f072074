package dev.laurel.scoring.spending;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where holds are kept. */
public interface Holds {

    /** The program's hold with this id, as it was last committed or changed by this transaction. */
    Optional<Hold> find(String program, UUID id);

    /** The member's holds, the latest first. */
    List<Hold> ofMember(Member member, Place after, int limit);

    /** Holds of a wallet that nobody has ended although their time is up. */
    List<Hold> overdue(MemberWallet wallet, Instant now);

    /** The same of all wallets, the longest overdue first. */
    List<Hold> overdue(Instant now, int limit);

    /** Keeps a new hold. */
    void add(Hold hold);

    /** Keeps what became of a hold. */
    void update(Hold hold);

    /** A place in a member's list of holds. */
    record Place(Instant placedAt, UUID id) {

        /** Before all of them. */
        public static final Place NEWEST =
                new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }
}
