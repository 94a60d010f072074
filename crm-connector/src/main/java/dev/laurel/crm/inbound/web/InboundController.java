package dev.laurel.crm.inbound.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.inbound.Arrivals;
import dev.laurel.crm.inbound.Imports;
import dev.laurel.crm.inbound.InboundStanding;
import dev.laurel.crm.inbound.InboundStanding.Aside;
import dev.laurel.crm.inbound.InboundStandings;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a connection stands with what comes in, and what can be done about it. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections/{connection}/inbound")
class InboundController {

    private final KnownConnections known;
    private final InboundStandings standings;
    private final Arrivals arrivals;
    private final Imports imports;
    private final Clock clock;

    InboundController(
            KnownConnections known,
            InboundStandings standings,
            Arrivals arrivals,
            Imports imports,
            Clock clock) {
        this.known = known;
        this.standings = standings;
        this.arrivals = arrivals;
        this.imports = imports;
        this.clock = clock;
    }

    record AsideView(String subject, String id, String contact, String reason, Instant since) {

        private static AsideView of(Aside aside) {
            return new AsideView(
                    aside.subject().name().toLowerCase(Locale.ROOT),
                    aside.id(),
                    aside.contact(),
                    aside.reason(),
                    aside.since());
        }
    }

    record CountView(long contacts) {}

    @GetMapping
    InboundStanding inbound(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        return standings.of(found.id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @GetMapping("/set-aside")
    Page<AsideView> setAside(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Connection found = known.require(program, connection);
        Page<Aside> page =
                Page.of(
                        standings.setAside(
                                found.id(),
                                cursor == null ? "" : cursor.text(0),
                                cursor == null ? "" : cursor.text(1),
                                limit.plusOne()),
                        limit,
                        last -> Cursor.of(last.subject().name(), last.id()));
        return new Page<>(page.items().stream().map(AsideView::of).toList(), page.next());
    }

    /** Everything that is set aside is looked at again. */
    @PostMapping("/set-aside/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CountView retry(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        Instant now = clock.instant();
        int contacts = arrivals.lookAgain(found.id(), true, now);
        if (found.inbound().purchases() != null) {
            imports.start(found.id(), false, now);
        }
        return new CountView(contacts);
    }
}
