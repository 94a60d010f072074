package dev.laurel.leaderboards.prizes;

import dev.laurel.leaderboards.seals.Seal;
import java.util.List;

/** Where it is told who has won something, so that they get it. */
public interface Announcement {

    /** Tells, if the caller's transaction commits. */
    void tell(Seal seal, List<Won> won);
}
