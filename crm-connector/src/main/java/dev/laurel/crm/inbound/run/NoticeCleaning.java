package dev.laurel.crm.inbound.run;

import dev.laurel.crm.inbound.Arrivals;
import dev.laurel.crm.inbound.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Forgets notices that nobody repeats any more, as HubSpot does for a day, and later those of which
 * something is set aside.
 */
@Component
class NoticeCleaning {

    private static final Logger log = LoggerFactory.getLogger(NoticeCleaning.class);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Duration KEPT_ASIDE = Duration.ofDays(90);

    /** Within which a CRM that was asked to forget a contact tells of it. */
    private static final Duration FORMER = Duration.ofDays(30);

    private final Inbox inbox;
    private final Arrivals arrivals;
    private final Clock clock;

    NoticeCleaning(Inbox inbox, Arrivals arrivals, Clock clock) {
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void clean() {
        try {
            Instant now = clock.instant();
            inbox.forget(now.minus(KEPT), now.minus(KEPT_ASIDE));
            arrivals.forgetFormer(now.minus(FORMER));
        } catch (DataAccessException | TransactionException e) {
            log.warn("Old notices could not be forgotten, which is tried again", e);
        }
    }
}
