package dev.laurel.leaderboards.boards.valkey;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What happens to a board, and the board as a sorted list. Used by one thread. */
final class Race {

    private static final Instant START = Instant.parse("2011-11-03T10:00:00Z");
    private static final Comparator<Standing> ORDER =
            Comparator.comparing(Standing::score, Comparator.reverseOrder())
                    .thenComparing(
                            Standing::reachedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Standing::member);

    private final String program;
    private final int members;
    private final Random random;
    private final Map<String, Long> scores = new HashMap<>();
    private final Map<String, Instant> reached = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private long offset;

    Race(String program, int members, Random random) {
        this.program = program;
        this.members = members;
        this.random = random;
    }

    String someone() {
        // Not all of them are ASCII, and one id is the beginning of another.
        int number = random.nextInt(members);
        return (number % 7 == 0 ? "é" : number % 5 == 0 ? "😀" : "m") + number;
    }

    /** Few values, so that there are ties of every kind; corrections come later than points. */
    List<Posting> postings(int count) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String member = someone();
            long points = random.nextInt(3) == 0 ? -random.nextInt(1, 4) : random.nextInt(1, 4);
            Instant time =
                    START.plusSeconds(random.nextInt(3)).plusNanos(1_000L * random.nextInt(2));
            postings.add(posting(member, points, time));
        }
        return postings;
    }

    Posting posting(String member, long points, Instant time) {
        scores.merge(member, points, Long::sum);
        if (points > 0) {
            reached.merge(member, time, (one, other) -> one.isAfter(other) ? one : other);
        }
        return new Posting(
                new Participant(program, member),
                sequences.merge(member, 1L, Long::sum),
                "stars",
                points,
                time,
                LocalDate.of(2011, 11, 3),
                null,
                new UUID(0, offset),
                "rule:some",
                null,
                time);
    }

    List<Entrant> entrants(int count) {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String member = someone();
            boolean hides = random.nextBoolean();
            if (hides) {
                hidden.add(member);
            } else {
                hidden.remove(member);
            }
            entrants.add(new Entrant(new Participant(program, member), hides, Set.of(), ++offset));
        }
        return entrants;
    }

    List<Standing> standings(Ties ties) {
        return ranked(
                ties,
                scores.keySet().stream()
                        .filter(member -> !hidden.contains(member))
                        .map(member ->
                                new Standing(
                                        0,
                                        member,
                                        scores.getOrDefault(member, 0L),
                                        reached.get(member)))
                        .toList());
    }

    static List<Standing> ranked(Ties ties, List<Standing> unordered) {
        List<Standing> sorted = unordered.stream().sorted(ORDER).toList();
        List<Standing> ranked = new ArrayList<>();
        for (Standing each : sorted) {
            long rank =
                    switch (ties) {
                        case FIRST_TO_REACH -> ranked.size() + 1L;
                        case SHARED ->
                                1
                                        + sorted.stream()
                                                .filter(other -> other.score() > each.score())
                                                .count();
                    };
            ranked.add(new Standing(rank, each.member(), each.score(), each.reachedAt()));
        }
        return ranked;
    }
}
