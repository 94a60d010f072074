package dev.laurel.crm.profiles.backlog;

import dev.laurel.crm.profiles.Backlog;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks now and then whose news are to be taken in. */
@Component
@EnableScheduling
@EnableConfigurationProperties(BacklogProperties.class)
class CatchUpWatch {

    private static final Logger log = LoggerFactory.getLogger(CatchUpWatch.class);

    private final Backlog backlog;
    private final CatchUp catchUp;
    private final BacklogProperties properties;
    private final Clock clock;

    CatchUpWatch(Backlog backlog, CatchUp catchUp, BacklogProperties properties, Clock clock) {
        this.backlog = backlog;
        this.catchUp = catchUp;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${laurel.crm.backlog.look-every:1s}")
    void look() {
        try {
            backlog.due(clock.instant().minus(properties.rest())).forEach(catchUp::of);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Profiles could not be brought up to date, which is tried again", e);
        }
    }
}
