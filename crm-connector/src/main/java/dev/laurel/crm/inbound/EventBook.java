package dev.laurel.crm.inbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where events go. */
public interface EventBook {

    /**
     * Posts events; those that were posted before are not counted again.
     *
     * @param history whether they are exempt from being too late
     * @return why some were not taken, by id; nothing at all when they can't be posted right now
     */
    Optional<Map<String, String>> post(String program, List<MemberEvent> events, boolean history);
}
