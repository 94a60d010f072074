package dev.laurel.intake;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Whether a failed batch would fail again when nothing changes but the time. */
final class Blame {

    private Blame() {}

    /**
     * True when the database refuses what the records say, or the projection cannot make sense of
     * them. Everything else that comes from the database (away, restarting, deadlock, time-out, a
     * table that is not there yet) passes or has to be repaired by the operator, and so does what a
     * projection is not ready for: no record is given up for it.
     */
    static boolean isOnTheRecords(RuntimeException failure) {
        return switch (failure) {
            case DataIntegrityViolationException _ -> true;
            case DataAccessException _, TransactionException _, NotReadyException _ -> false;
            default -> true;
        };
    }
}
