package dev.laurel.crm.profiles;

/**
 * Where a record stands among those that change the same part of the same profile: an older one
 * never overwrites a newer one.
 *
 * @param line numbers are compared within a line only: the partition for offsets, 0 for sequences
 * @param number the sequence of the member's record, or its offset
 */
public record Mark(int line, long number) {

    /** A record that the member's records of its kind are counted by. */
    public static Mark ofSequence(long sequence) {
        return new Mark(0, sequence);
    }

    /** A record of a topic that does not count them. */
    public static Mark ofOffset(int partition, long offset) {
        return new Mark(partition, offset);
    }

    /**
     * Whether this is newer than what was taken in. A member is on one partition for ever; if an
     * installation was moved to a topic with other partitions, what comes from there is newer.
     */
    public boolean isAfter(Mark seen) {
        return line != seen.line || number > seen.number;
    }
}
