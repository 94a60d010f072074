package dev.laurel.rules.operations;

import dev.laurel.outbox.OutboxRelay;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {

    private final OutboxRelay relay;

    StatusController(OutboxRelay relay) {
        this.relay = relay;
    }

    /**
     * How the service is doing.
     *
     * @param outboxBacklog publications' records that are not on the broker yet
     */
    record Status(long outboxBacklog) {}

    @GetMapping("/internal/status")
    Status status() {
        return new Status(relay.backlog());
    }
}
