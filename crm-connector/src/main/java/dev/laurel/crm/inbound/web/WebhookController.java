package dev.laurel.crm.inbound.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.web.CrmProblem;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.inbound.Doorbell;
import dev.laurel.crm.inbound.Inbox;
import dev.laurel.crm.vendor.Hook;
import dev.laurel.crm.vendor.Hook.Hearing;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where CRMs call. They wait for few seconds only: what they tell is kept, and taken in later. */
@RestController
class WebhookController {

    private final KnownConnections known;
    private final Connections connections;
    private final Hook hook;
    private final Doorbell doorbell;
    private final Clock clock;

    WebhookController(
            KnownConnections known, Connections connections, Hook hook, Inbox inbox, Clock clock) {
        this.known = known;
        this.connections = connections;
        this.hook = hook;
        this.doorbell = new Doorbell(inbox);
        this.clock = clock;
    }

    /** The bytes are taken as they come: signatures are made of them. */
    @PostMapping("/v1/programs/{program}/crm-connections/{connection}/webhook")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(
            @PathVariable String program,
            @PathVariable String connection,
            HttpServletRequest request)
            throws IOException {
        Connection found = known.require(program, connection);
        byte[] body = request.getInputStream().readAllBytes();
        Instant now = clock.instant();
        Hearing hearing =
                hook.hear(
                        found,
                        connections.credentials(found.id()),
                        new Hook.Request(
                                request.getMethod(),
                                name -> Optional.ofNullable(request.getHeader(name)),
                                name -> Optional.ofNullable(request.getParameter(name)),
                                body),
                        now);
        switch (hearing) {
            case Hearing.Heard heard -> doorbell.ring(found, heard.notices(), now);
            case Hearing.Untrusted untrusted ->
                    throw new Problem(CrmProblem.UNTRUSTED_WEBHOOK, untrusted.reason());
            case Hearing.Closed closed ->
                    throw new Problem(CrmProblem.NO_WEBHOOKS, closed.reason());
            case Hearing.Unreadable unreadable ->
                    throw new Problem(CommonProblem.UNREADABLE_REQUEST, unreadable.reason());
        }
    }
}
