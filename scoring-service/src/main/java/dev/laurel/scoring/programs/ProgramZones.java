package dev.laurel.scoring.programs;

import java.time.ZoneId;
import java.util.Map;

/** Every program of this installation with its time zone, as far as is known now. */
@FunctionalInterface
public interface ProgramZones {

    /** Time zones by program. */
    Map<String, ZoneId> all();
}
