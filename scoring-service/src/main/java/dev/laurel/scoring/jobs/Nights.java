package dev.laurel.scoring.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Where the nights of programs are kept. Calls belong to a transaction. */
public interface Nights {

    /** Notes that the first night of a program is this one, unless there is a first one already. */
    void begin(String program, LocalDate day);

    /**
     * How far a program is. Nobody else gets it until the transaction ends; nothing when somebody
     * else has it, or there is no first night yet.
     */
    Optional<Position> take(String program);

    /** Keeps what a portion did and where the program is now. */
    void done(String program, Position worked, Portion portion, Position now, Instant at);

    /** Keeps why a portion could not be done; what it had done is undone. */
    void failed(String program, Position at, String reason, Instant when);
}
