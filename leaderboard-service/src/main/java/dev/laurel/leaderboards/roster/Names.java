package dev.laurel.leaderboards.roster;

import java.util.Collection;
import java.util.Map;

/** How members want to be called. Names are asked for when they are shown and kept nowhere. */
public interface Names {

    /**
     * The display names of those of some members who have one, by id. Empty while the registry
     * doesn't answer: boards go on without names.
     */
    Map<String, String> of(String program, Collection<String> members);
}
