package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Several chores as one: the most urgent goes first, and those as urgent take turns. */
public final class ChoreList implements Chore {

    private final List<Chore> chores;
    private Chore next = Chore.NONE;
    private Chore last = Chore.NONE;

    public ChoreList(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    @Override
    public synchronized Optional<Lane> due(Instant now) {
        Lane first = null;
        for (Chore chore : chores) {
            Lane lane = chore.due(now).orElse(null);
            if (lane != null
                    && (first == null
                            || lane.compareTo(first) < 0
                            || (lane == first && next.equals(last)))) {
                first = lane;
                next = chore;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Does a step of the one that was said to be due. */
    @Override
    public void step(Lane lane) {
        turn().step(lane);
    }

    private synchronized Chore turn() {
        last = next;
        return next;
    }
}
