package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Rest;
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

    /** How often all that is set aside is looked through for them. */
    private static final Duration SWEEPING = Duration.ofHours(1);

    private static final Lane NOTICES = Lane.ROUTINE;
    private static final Lane BULK = Lane.BULK;

    private final ConnectionId connection;
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final NoticeWork notices;
    private final ImportWork imports;
    private final AsideWork asides;
    private final Rest rest;
    private final Clock clock;
    private Instant lookAt = Instant.EPOCH;
    private Instant sweepAt = Instant.EPOCH;
    private boolean troubled = true;

    InboundChore(
            ConnectionId connection,
            Inbox inbox,
            Arrivals arrivals,
            NoticeWork notices,
            ImportWork imports,
            AsideWork asides,
            Backoff backoff,
            Clock clock) {
        this.connection = connection;
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.notices = notices;
        this.imports = imports;
        this.asides = asides;
        this.rest = new Rest(backoff, clock);
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lane> due(Instant now) {
        if (!rest.isOver(now)) {
            return Optional.empty();
        }
        look(now);
        if (!inbox.isEmpty(connection)) {
            return Optional.of(NOTICES);
        }
        return imports.isDue(now) || asides.isDue() ? Optional.of(BULK) : Optional.empty();
    }

    private void look(Instant now) {
        if (!sweepAt.isAfter(now)) {
            arrivals.lookAtKnown(connection, now);
            sweepAt = now.plus(SWEEPING);
        }
        if (!lookAt.isAfter(now)) {
            arrivals.lookAtNewlyKnown(connection, now);
            lookAt = now.plus(LOOKING);
        }
    }

    @Override
    public void step(Lane lane) {
        String trouble = "Something went wrong here.";
        try {
            trouble = lane == NOTICES ? notices.take(lane) : inBulk(lane);
        } finally {
            rest(trouble);
        }
    }

    /** What is set aside first: it is less, and older. */
    private String inBulk(Lane lane) {
        return asides.isDue() ? asides.take(lane) : imports.take(lane);
    }

    private synchronized void rest(String trouble) {
        if (trouble.isEmpty()) {
            if (troubled) {
                arrivals.trouble(connection, "", clock.instant());
            }
            troubled = false;
            rest.end();
        } else {
            troubled = true;
            rest.begin();
            arrivals.trouble(connection, trouble, clock.instant());
        }
    }
}
