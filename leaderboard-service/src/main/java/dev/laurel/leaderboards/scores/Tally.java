package dev.laurel.leaderboards.scores;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts a batch of postings that may have been counted before; used by one thread. */
public final class Tally {

    private final Map<Participant, Long> sequences;

    /** By the book of everyone: who is in which audience is not known here. */
    private final Map<Book, Set<Cycle>> kept = new HashMap<>();

    private final Map<String, LocalDate> todays;
    private final Map<DayCell, Gain> days = new LinkedHashMap<>();
    private final Map<Cell, Gain> gains = new LinkedHashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private int gaps;

    /**
     * @param sequences the last posting of each participant that was counted, 0 before the first
     * @param kept the rankings to count for
     * @param todays which day is today for the rolling rankings of each program that has some
     */
    public Tally(Map<Participant, Long> sequences, Set<Kept> kept, Map<String, LocalDate> todays) {
        this.sequences = new HashMap<>(sequences);
        this.todays = Map.copyOf(todays);
        kept.forEach(each ->
                this.kept
                        .computeIfAbsent(each.book().ofEveryone(), _ -> new LinkedHashSet<>())
                        .add(each.cycle()));
    }

    /** Counts a posting unless it is not above the participant's last one. */
    public void add(Posting posting) {
        long last = sequences.getOrDefault(posting.participant(), 0L);
        if (posting.sequence() <= last) {
            return;
        }
        if (posting.sequence() > last + 1) {
            gaps++;
        }
        sequences.put(posting.participant(), posting.sequence());
        if (posting.points() == 0) {
            return;
        }
        add(posting, posting.participant().member(), false, Gain.of(posting));
        String team = posting.team();
        if (team != null) {
            add(posting, team, true, Gain.of(posting));
        }
    }

    /**
     * Counts a change of something that is not posted, and known to be new.
     *
     * @param gain what it does to the score, maybe only that it was reached later
     */
    public void add(Posting change, Gain gain) {
        add(change, change.participant().member(), false, gain);
    }

    private void add(Posting posting, String competitor, boolean byTeam, Gain gain) {
        Book book = new Book(posting.participant().program(), posting.wallet(), byTeam);
        days.merge(new DayCell(book, competitor, posting.day()), gain, Gain::plus);
        for (Cycle cycle : kept.getOrDefault(book, Set.of())) {
            periodOf(book, cycle, posting.day())
                    .ifPresent(period -> {
                        Cell cell = new Cell(book, competitor, cycle, period);
                        gains.merge(cell, gain, Gain::plus);
                        if (gain.points() != 0) {
                            counted.add(new Counted(posting, cell));
                        }
                    });
        }
    }

    private Optional<Period> periodOf(Book book, Cycle cycle, LocalDate day) {
        if (cycle instanceof Rolling rolling) {
            LocalDate today = todays.get(book.program());
            return today != null && rolling.contains(day, today)
                    ? Optional.of(rolling.period())
                    : Optional.empty();
        }
        return cycle.periodOf(day);
    }

    /** What to add to each day. */
    public Map<DayCell, Gain> days() {
        return days;
    }

    /** What to add to each score that is kept. */
    public Map<Cell, Gain> gains() {
        return gains;
    }

    /** What went into each score that is kept, posting by posting. */
    public List<Counted> counted() {
        return counted;
    }

    /** How often a posting came before the one that precedes it, which should not happen. */
    public int gaps() {
        return gaps;
    }
}
