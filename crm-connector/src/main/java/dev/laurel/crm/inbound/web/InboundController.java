package dev.laurel.crm.inbound.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.web.CrmProblem;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.inbound.Arrival.Subject;
import dev.laurel.crm.inbound.Arrivals;
import dev.laurel.crm.inbound.InboundStanding;
import dev.laurel.crm.inbound.InboundStanding.Aside;
import dev.laurel.crm.inbound.InboundStandings;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
    private final Clock clock;

    InboundController(
            KnownConnections known, InboundStandings standings, Arrivals arrivals, Clock clock) {
        this.known = known;
        this.standings = standings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * What could not be taken in.
     *
     * @param member of whom a request to be forgotten is; absent of everything else, and when it is
     *     not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AsideView(
            String subject,
            String id,
            String contact,
            @Nullable String member,
            String reason,
            Instant since) {

        private static AsideView of(Aside aside) {
            return new AsideView(
                    aside.subject().name().toLowerCase(Locale.ROOT),
                    aside.id(),
                    aside.contact(),
                    aside.member(),
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

    /** Everything that is set aside is looked at again, but for requests to be forgotten. */
    @PostMapping("/set-aside/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CountView retry(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        return new CountView(arrivals.lookAtAll(found.id(), clock.instant()));
    }

    /** Somebody has seen to it. */
    @DeleteMapping("/set-aside/{subject}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(
            @PathVariable String program,
            @PathVariable String connection,
            @PathVariable String subject,
            @PathVariable String id) {
        Connection found = known.require(program, connection);
        boolean dismissed =
                Arrays.stream(Subject.values())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(subject))
                        .anyMatch(it -> arrivals.dismiss(found.id(), it, id));
        if (!dismissed) {
            throw new Problem(
                    CrmProblem.UNKNOWN_SET_ASIDE,
                    "Expected what is set aside, but there is no %s '%s'.".formatted(subject, id));
        }
    }
}
