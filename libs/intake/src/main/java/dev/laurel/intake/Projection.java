package dev.laurel.intake;

import java.util.List;

/** What a service makes of the records of one topic. */
@FunctionalInterface
public interface Projection<V> {

    /**
     * Takes in a batch within the caller's transaction. It has to be idempotent: the same records
     * come again after a crash between the commit and the commit of the offsets, and two instances
     * may hold the same records for a moment while partitions move.
     *
     * @param batch records in the order of their offsets within each partition
     * @throws RuntimeException rolls the batch back. When the records are to blame (see {@link
     *     Blame}) it is cut in halves until the bad ones stand alone; otherwise it comes again.
     */
    void apply(List<Received<V>> batch);
}
