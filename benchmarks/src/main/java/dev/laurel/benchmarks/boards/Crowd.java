package dev.laurel.benchmarks.boards;

import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Members and their points, the same every time. As in real programs most have few: about a third
 * begins with one of ten scores. Used by one thread.
 */
final class Crowd {

    static final String PROGRAM = "bench";
    static final String WALLET = "stars";
    private static final Instant START = Instant.parse("2011-11-03T10:00:00Z");

    private final Random random = new Random(1);
    private final int[] sequences;
    private long postings;

    Crowd(int members) {
        sequences = new int[members];
    }

    int size() {
        return sequences.length;
    }

    String someone() {
        return member(random.nextInt(sequences.length));
    }

    /** The first postings of members by number. */
    List<Posting> first(int from, int count) {
        List<Posting> first = new ArrayList<>(count);
        for (int number = from; number < Math.min(size(), from + count); number++) {
            double share = random.nextDouble();
            first.add(posting(number, 1 + (long) (share * share * share * 10_000) / 4));
        }
        return first;
    }

    /** Postings of members by chance, one in ten of which takes points back. */
    List<Posting> more(int count) {
        List<Posting> more = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long points = random.nextInt(10) == 0 ? -1 : random.nextInt(1, 100);
            more.add(posting(random.nextInt(size()), points));
        }
        return more;
    }

    private Posting posting(int number, long points) {
        Instant time = START.plusSeconds(random.nextInt(36_000));
        return new Posting(
                new Participant(PROGRAM, member(number)),
                ++sequences[number],
                WALLET,
                points,
                time,
                LocalDate.of(2011, 11, 3),
                null,
                new UUID(0, ++postings),
                "rule:some",
                null,
                time);
    }

    private static String member(int number) {
        return "member-" + number;
    }
}
