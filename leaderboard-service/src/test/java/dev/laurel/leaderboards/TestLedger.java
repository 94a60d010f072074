package dev.laurel.leaderboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of one program as scoring-service would write it; used by one thread. */
public final class TestLedger {

    private static final LedgerCause CAUSE = new LedgerCause(LedgerCause.Kind.RULE, "base-earn");

    private final String program;
    private final ZoneId zone;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    public TestLedger(String program, String zone) {
        this.program = program;
        this.zone = ZoneId.of(zone);
    }

    /** Books points for an event that happened at an instant. */
    public TestLedger book(String member, String wallet, long points, String time) {
        return book(member, wallet, points, Instant.parse(time));
    }

    /** Books points for an event that happened at an instant. */
    public TestLedger book(String member, String wallet, long points, Instant time) {
        return book(member, null, wallet, points, CAUSE, time);
    }

    /** Books points for an event of a member in a team. */
    public TestLedger book(
            String member, @Nullable String team, String wallet, long points, Instant time) {
        return book(member, team, wallet, points, CAUSE, time);
    }

    /** Takes points back for an event that happened at an instant. */
    public TestLedger takeBack(String member, String wallet, long points, String time) {
        LedgerCause cause = new LedgerCause(LedgerCause.Kind.RULE, "give-back");
        return book(member, null, wallet, -points, cause, Instant.parse(time));
    }

    /** Books points that the member spends, or gets back. */
    public TestLedger spend(String member, String wallet, long points, String time) {
        LedgerCause cause = new LedgerCause(LedgerCause.Kind.SPENDING, "place");
        return book(member, null, wallet, points, cause, Instant.parse(time));
    }

    private TestLedger book(
            String member,
            @Nullable String team,
            String wallet,
            long points,
            LedgerCause cause,
            Instant time) {
        long sequence = sequences.merge(member, 1L, Long::sum);
        UUID id = UUID.nameUUIDFromBytes((program + member + sequence).getBytes(UTF_8));
        entries.add(
                new LedgerEntry(
                        id,
                        program,
                        member,
                        sequence,
                        wallet,
                        points,
                        cause.kind() == LedgerCause.Kind.SPENDING ? 0 : points,
                        points,
                        0,
                        points,
                        cause,
                        id,
                        1,
                        time,
                        time.atZone(zone).toLocalDate(),
                        time,
                        team));
        return this;
    }

    /** Everything that was booked, in order. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }
}
