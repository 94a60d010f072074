package dev.laurel.crm.delivery.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/**
 * What is to be settled of members whom another courier has settled since, as the one that comes
 * with it stood still for longer than its lease. What that one may have sent arrived behind the
 * other's: everything is to be sent, or cleared, again.
 */
@Repository
class LateSettlements {

    private final Overwriting overwriting;

    LateSettlements(Overwriting overwriting) {
        this.overwriting = overwriting;
    }

    /** Makes them due again, within the caller's transaction. */
    void note(ConnectionId connection, List<Settlement> ended, Instant now) {
        SortedMap<String, Lane> sent = new TreeMap<>();
        ended.stream()
                .filter(LateSettlements::mayHaveSent)
                .map(Settlement::due)
                .forEach(it -> sent.put(it.member(), it.lane()));
        overwriting.of(connection, sent, now);
    }

    private static boolean mayHaveSent(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Delivered delivered -> delivered.sent();
            case Settlement.Retry _, Settlement.Failed _ -> true;
            case Settlement.Cleared cleared -> cleared.contact() != null;
            case Settlement.Lost _,
                    Settlement.Unlinked _,
                    Settlement.Withheld _,
                    Settlement.Postponed _ ->
                    false;
        };
    }
}
