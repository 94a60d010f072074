package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes in what came of one connection, and rests for longer and longer when that can't be done.
 */
final class InboundChore implements Chore {

    /** How often it is looked whether contacts were linked that are set aside. */
    private static final Duration LOOKING = Duration.ofSeconds(10);

    private static final Lane NOTICES = Lane.ROUTINE;
    private static final Lane IMPORTS = Lane.BULK;

    private final ConnectionId connection;
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final NoticeWork notices;
    private final ImportWork imports;
    private final Backoff backoff;
    private final Clock clock;
    private Instant restUntil = Instant.EPOCH;
    private Instant lookAt = Instant.EPOCH;
    private int failures;
    private boolean troubled = true;

    InboundChore(
            ConnectionId connection,
            Inbox inbox,
            Arrivals arrivals,
            NoticeWork notices,
            ImportWork imports,
            Backoff backoff,
            Clock clock) {
        this.connection = connection;
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.notices = notices;
        this.imports = imports;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lane> due(Instant now) {
        if (restUntil.isAfter(now)) {
            return Optional.empty();
        }
        if (!lookAt.isAfter(now)) {
            arrivals.lookAgain(connection, false, now);
            lookAt = now.plus(LOOKING);
        }
        if (!inbox.isEmpty(connection)) {
            return Optional.of(NOTICES);
        }
        return imports.isDue(now) ? Optional.of(IMPORTS) : Optional.empty();
    }

    @Override
    public void step(Lane lane) {
        String trouble = "Something went wrong here.";
        try {
            trouble = lane == NOTICES ? notices.take(lane) : imports.take(lane);
        } finally {
            rest(trouble);
        }
    }

    private synchronized void rest(String trouble) {
        Instant now = clock.instant();
        if (trouble.isEmpty()) {
            if (troubled) {
                arrivals.trouble(connection, "", now);
            }
            troubled = false;
            failures = 0;
            restUntil = now;
        } else {
            troubled = true;
            failures++;
            restUntil = now.plus(backoff.after(failures));
            arrivals.trouble(connection, trouble, now);
        }
    }
}
