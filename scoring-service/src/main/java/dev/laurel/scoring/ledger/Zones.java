package dev.laurel.scoring.ledger;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zones of programs. */
@FunctionalInterface
public interface Zones {

    /** Every program's is UTC. */
    Zones UTC = _ -> ZoneOffset.UTC;

    /** The time zone of a program; UTC for one that is not known. */
    ZoneId of(String program);
}
