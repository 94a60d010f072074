package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Several chores as one: the most urgent goes first, and those as urgent take turns. */
public final class ChoreList implements Chore {

    private final List<Chore> chores;
    private int next;
    private int last;

    public ChoreList(List<Chore> chores) {
        this.chores = List.copyOf(chores);
        this.last = chores.size() - 1;
    }

    /** Begins with the one behind the last, so that nobody goes twice while another waits. */
    @Override
    public synchronized Optional<Lane> due(Instant now) {
        Lane first = null;
        for (int place = 1; place <= chores.size(); place++) {
            int each = (last + place) % chores.size();
            Lane lane = chores.get(each).due(now).orElse(null);
            if (lane != null && (first == null || lane.compareTo(first) < 0)) {
                first = lane;
                next = each;
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
        return chores.get(next);
    }
}
