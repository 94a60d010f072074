package dev.laurel.crm.inbound.run;

import dev.laurel.crm.inbound.Inbox;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets notices that nobody repeats any more: HubSpot does so for a day. */
@Component
class NoticeCleaning {

    private static final Logger log = LoggerFactory.getLogger(NoticeCleaning.class);
    private static final Duration KEPT = Duration.ofDays(3);

    private final Inbox inbox;
    private final Clock clock;

    NoticeCleaning(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void clean() {
        try {
            inbox.forget(clock.instant().minus(KEPT));
        } catch (DataAccessException | TransactionException e) {
            log.warn("Old notices could not be forgotten, which is tried again", e);
        }
    }
}
