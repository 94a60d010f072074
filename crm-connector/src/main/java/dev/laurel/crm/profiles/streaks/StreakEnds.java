package dev.laurel.crm.profiles.streaks;

import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import java.time.Clock;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends streaks whose time is over. A streak is told as it stood at its last activity, and no record
 * says that none has followed: without this a CRM would have it for ever.
 */
@Component
public class StreakEnds {

    private static final int SOME = 1_000;

    private final Profiles profiles;
    private final ProfileWatch watch;
    private final Clock clock;

    StreakEnds(Profiles profiles, ProfileWatch watch, Clock clock) {
        this.profiles = profiles;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Ends some. Any number of instances may do so at the same time: each streak ends once.
     *
     * @return of how many members, 0 if there are no more
     */
    @Transactional
    public int some() {
        SortedSet<Member> members = profiles.endStreaks(clock.instant(), SOME);
        if (!members.isEmpty()) {
            watch.changed(Part.STREAKS, members);
        }
        return members.size();
    }
}
