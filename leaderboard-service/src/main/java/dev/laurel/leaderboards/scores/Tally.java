package dev.laurel.leaderboards.scores;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts a batch of postings that may have been counted before; used by one thread. */
public final class Tally {

    private final Map<Participant, Long> sequences;
    private final Map<Cell, Gain> gains = new LinkedHashMap<>();
    private int gaps;

    /**
     * @param sequences the last posting of each participant that was counted, 0 before the first
     */
    public Tally(Map<Participant, Long> sequences) {
        this.sequences = new HashMap<>(sequences);
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
        Gain gain = Gain.of(posting);
        add(posting, posting.participant().member(), false, gain);
        String team = posting.team();
        if (team != null) {
            add(posting, team, true, gain);
        }
    }

    private void add(Posting posting, String competitor, boolean byTeam, Gain gain) {
        String program = posting.participant().program();
        for (Period period : Period.of(posting.day())) {
            gains.merge(
                    new Cell(program, competitor, byTeam, posting.wallet(), period),
                    gain,
                    Gain::plus);
        }
    }

    /** What to add to each score. */
    public Map<Cell, Gain> gains() {
        return gains;
    }

    /** How often a posting came before the one that precedes it, which should not happen. */
    public int gaps() {
        return gaps;
    }
}
