package dev.laurel.scoring.ledger;

import java.time.Instant;
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
    public void append(List<Posting> postings) {
        journal.append(postings);
        if (!postings.isEmpty()) {
            followers.forEach(follower -> follower.booked(postings, journal));
        }
    }
}
