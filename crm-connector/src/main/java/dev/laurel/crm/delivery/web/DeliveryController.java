package dev.laurel.crm.delivery.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.web.CrmProblem;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Desk;
import dev.laurel.crm.delivery.Desk.Comparison;
import dev.laurel.crm.delivery.Failure;
import dev.laurel.crm.delivery.Standings;
import dev.laurel.crm.setup.FieldReport;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How deliveries stand and what can be done about them; all of it may be asked for again. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections/{connection}")
class DeliveryController {

    private final KnownConnections known;
    private final Desk desk;
    private final Deliveries deliveries;
    private final Standings standings;
    private final Consents consents;
    private final Clock clock;

    DeliveryController(
            KnownConnections known,
            Desk desk,
            Deliveries deliveries,
            Standings standings,
            Consents consents,
            Clock clock) {
        this.known = known;
        this.desk = desk;
        this.deliveries = deliveries;
        this.standings = standings;
        this.consents = consents;
        this.clock = clock;
    }

    record FieldsView(List<FieldReport> fields) {}

    /**
     * @param ready whether everything is there that is written to
     */
    record TestView(boolean ready, List<FieldReport> fields) {}

    record CountView(long members) {}

    record FailureView(String member, String code, String message, String correlation, Instant at) {

        private static FailureView of(Failure failure) {
            return new FailureView(
                    failure.member(),
                    failure.refusal().code(),
                    failure.refusal().message(),
                    failure.refusal().correlation(),
                    failure.at());
        }
    }

    /**
     * @param consent whether the member consents, as {@link Consent} has it; unless it is {@code
     *     given}, nothing of the fields is written
     */
    record PreviewView(String member, String consent, List<Comparison> fields) {}

    record RetryBody(@Nullable List<String> members) {}

    @PostMapping("/test")
    TestView test(@PathVariable String program, @PathVariable String connection) {
        List<FieldReport> fields = given(desk.provision(known.require(program, connection), true));
        return new TestView(
                fields.stream().allMatch(it -> it.state() == FieldReport.State.PRESENT), fields);
    }

    @PostMapping("/provision")
    FieldsView provision(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return new FieldsView(given(desk.provision(known.require(program, connection), dryRun)));
    }

    /** Everything is sent again, as fast as the quota's part for that allows. */
    @PostMapping("/resync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CountView resync(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        return new CountView(deliveries.markAll(found.id(), true, clock.instant()));
    }

    @GetMapping("/status")
    StandingView status(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        Instant now = clock.instant();
        return StandingView.of(
                found,
                standings.standing(found.id(), LocalDate.ofInstant(now, ZoneOffset.UTC)),
                now);
    }

    @GetMapping("/failures")
    Page<FailureView> failures(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Connection found = known.require(program, connection);
        Page<Failure> page =
                Page.of(
                        standings.failures(
                                found.id(), cursor == null ? "" : cursor.text(0), limit.plusOne()),
                        limit,
                        last -> Cursor.of(last.member()));
        return new Page<>(page.items().stream().map(FailureView::of).toList(), page.next());
    }

    @PostMapping("/failures/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CountView retry(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestBody(required = false) @Nullable RetryBody body) {
        Connection found = known.require(program, connection);
        return new CountView(
                standings.retry(found.id(), body == null ? null : body.members(), clock.instant()));
    }

    @GetMapping("/preview")
    PreviewView preview(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam String member) {
        Connection found = known.require(program, connection);
        return new PreviewView(
                member,
                consents.of(program, List.of(member))
                        .getOrDefault(member, Consent.UNSAID)
                        .name()
                        .toLowerCase(Locale.ROOT),
                given(
                        desk.preview(found, member)
                                .orElseThrow(() ->
                                        new Problem(
                                                CommonProblem.UNKNOWN_MEMBER,
                                                "Expected a member of program '%s' with an event, but '%s' has none."
                                                        .formatted(program, member)))));
    }

    private static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value, var _) -> value;
            case Answer.Rejected<T>(var refusal) -> throw unusable(refusal.message());
            case Answer.Throttled<T>(var pause, String reason) ->
                    throw unusable(reason).retryAfter(pause);
            case Answer.Failed<T>(String reason) -> throw unusable(reason);
            case Answer.Denied<T>(String reason) -> throw unusable(reason);
        };
    }

    private static Problem unusable(String reason) {
        return new Problem(CrmProblem.CRM_UNUSABLE, reason);
    }
}
