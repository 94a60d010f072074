package dev.laurel.leaderboards.status;

import dev.laurel.outbox.OutboxRelay;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits in this service; not routed by the gateway. */
@RestController
class StatusController {

    private final OutboxRelay relay;

    StatusController(OutboxRelay relay) {
        this.relay = relay;
    }

    /**
     * @param outboxBacklog records that are committed and not on the broker yet
     */
    record StatusView(long outboxBacklog) {}

    @GetMapping("/internal/status")
    StatusView status() {
        return new StatusView(relay.backlog());
    }
}
