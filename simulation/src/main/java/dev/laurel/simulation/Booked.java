package dev.laurel.simulation;

import java.util.UUID;

/**
 * Ids of effects that have been booked, of all members: two numbers each in one array, where a
 * HashSet takes three objects. For one thread.
 */
final class Booked {

    private static final int LEAST = 1 << 10;

    /** Both halves of an id in turn; both are 0 where a slot is free, as in no id of an effect. */
    private long[] slots = new long[2 * LEAST];

    private int size;

    /** Adds an id; whether it was not there. */
    boolean add(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int slot = find(high, low);
        if (!isFree(slot)) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        size++;
        if (size > slots.length / 4) {
            grow();
        }
        return true;
    }

    private boolean isFree(int slot) {
        return slots[slot] == 0 && slots[slot + 1] == 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                int slot = find(old[i], old[i + 1]);
                slots[slot] = old[i];
                slots[slot + 1] = old[i + 1];
            }
        }
    }

    /** The id's slot, or the free one that it would have. An id is a digest: any of its bits do. */
    private int find(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) (low << 1) & mask;
        while (!isFree(slot) && (slots[slot] != high || slots[slot + 1] != low)) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }
}
