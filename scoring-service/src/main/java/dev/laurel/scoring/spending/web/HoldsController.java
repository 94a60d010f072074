package dev.laurel.scoring.spending.web;

import dev.laurel.scoring.accounts.web.KnownWallets;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.scoring.requests.web.KeyedRequest;
import dev.laurel.scoring.requests.web.OnceOnly;
import dev.laurel.scoring.requests.web.OnceOnly.Made;
import dev.laurel.scoring.spending.Answer;
import dev.laurel.scoring.spending.Hold;
import dev.laurel.scoring.spending.Holds;
import dev.laurel.scoring.spending.Till;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reserve, then spend or give back. Every POST has a key and may be sent again. */
@RestController
@RequestMapping("/v1/programs/{program}")
class HoldsController {

    private final Till till;
    private final Holds holds;
    private final OnceOnly once;
    private final KnownPrograms programs;
    private final KnownWallets wallets;
    private final Clock clock;

    HoldsController(
            Till till,
            Holds holds,
            OnceOnly once,
            KnownPrograms programs,
            KnownWallets wallets,
            Clock clock) {
        this.till = till;
        this.holds = holds;
        this.once = once;
        this.programs = programs;
        this.wallets = wallets;
        this.clock = clock;
    }

    @PostMapping("/members/{member}/holds")
    ResponseEntity<String> place(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody PlaceRequest body,
            HttpServletRequest request) {
        MemberWallet wallet = wallets.check(program, member, body.wallet());
        wallets.checkChannel(program, body.channel());
        KeyedRequest keyed = KeyedRequest.of(program, request);
        UUID id = keyed.id("hold");
        return once.answer(
                keyed,
                body,
                () -> {
                    Answer answer =
                            till.place(
                                    id,
                                    wallet,
                                    body.points(),
                                    body.reference(),
                                    body.channel(),
                                    body.patience(),
                                    now());
                    Hold hold = HoldAnswers.placed(answer, body.wallet(), body.points());
                    return Made.created(
                            URI.create("/v1/programs/%s/holds/%s".formatted(program, id)),
                            HoldView.of(hold));
                });
    }

    /** Newest first. */
    @GetMapping("/members/{member}/holds")
    Page<HoldView> ofMember(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        programs.check(program);
        Holds.Place after =
                cursor == null
                        ? Holds.Place.NEWEST
                        : new Holds.Place(cursor.instant(0), cursor.uuid(1));
        return Page.of(
                holds.ofMember(new Member(program, member), after, limit.plusOne()).stream()
                        .map(HoldView::of)
                        .toList(),
                limit,
                last -> Cursor.of(last.placedAt(), last.hold()));
    }

    @GetMapping("/holds/{hold}")
    HoldView find(@PathVariable String program, @PathVariable UUID hold) {
        programs.check(program);
        return holds.find(program, hold)
                .map(HoldView::of)
                .orElseThrow(() -> HoldAnswers.unknown(hold));
    }

    @PostMapping("/holds/{hold}/confirm")
    ResponseEntity<String> confirm(
            @PathVariable String program,
            @PathVariable UUID hold,
            @RequestBody(required = false) @Nullable PartRequest body,
            HttpServletRequest request) {
        PartRequest part = body == null ? PartRequest.ALL : body;
        return change(
                program,
                hold,
                part,
                request,
                _ -> till.confirm(program, hold, part.points(), now()));
    }

    @PostMapping("/holds/{hold}/release")
    ResponseEntity<String> release(
            @PathVariable String program, @PathVariable UUID hold, HttpServletRequest request) {
        return change(
                program, hold, PartRequest.ALL, request, _ -> till.release(program, hold, now()));
    }

    @PostMapping("/holds/{hold}/refund")
    ResponseEntity<String> refund(
            @PathVariable String program,
            @PathVariable UUID hold,
            @RequestBody(required = false) @Nullable PartRequest body,
            HttpServletRequest request) {
        PartRequest part = body == null ? PartRequest.ALL : body;
        return change(
                program,
                hold,
                part,
                request,
                keyed -> till.refund(program, hold, keyed.id("refund"), part.points(), now()));
    }

    private ResponseEntity<String> change(
            String program,
            UUID hold,
            PartRequest part,
            HttpServletRequest request,
            Function<KeyedRequest, Answer> work) {
        programs.check(program);
        KeyedRequest keyed = KeyedRequest.of(program, request);
        return once.answer(
                keyed,
                part,
                () -> Made.changed(HoldView.of(HoldAnswers.changed(work.apply(keyed), hold))));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
