package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A journal that tells its followers of every posting. */
public final class FollowedJournal implements Journal {

    private final Journal journal;
    private final List<Follower> followers;

    public FollowedJournal(Journal journal, List<Follower> followers) {
        this.journal = journal;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Book open(List<Instruction> instructions, Instant now) {
        return journal.open(instructions, now);
    }

    @Override
    public Book openWallets(Collection<MemberWallet> wallets, Instant now) {
        return journal.openWallets(wallets, now);
    }

    @Override
    public void append(Book book) {
        journal.append(book);
        List<Posting> postings = book.postings();
        if (!postings.isEmpty()) {
            followers.forEach(follower -> follower.booked(postings, journal));
        }
    }
}
