package dev.laurel.crm.inbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where it is kept what is known of members. */
public interface MemberBook {

    /**
     * Notes what contacts say; said again, it changes nothing.
     *
     * @param patches each member once
     * @return why some were not taken, by member; nothing at all when it can't be asked right now
     */
    Optional<Map<String, String>> merge(String program, List<MemberPatch> patches);
}
