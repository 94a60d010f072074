package dev.laurel.scoring.adjustments.web;

import dev.laurel.scoring.accounts.web.AccountProblem;
import dev.laurel.scoring.accounts.web.KnownWallets;
import dev.laurel.scoring.adjustments.Adjustment;
import dev.laurel.scoring.adjustments.Correction;
import dev.laurel.scoring.ledger.Balance;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.requests.web.KeyedRequest;
import dev.laurel.scoring.requests.web.OnceOnly;
import dev.laurel.scoring.requests.web.OnceOnly.Made;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Points given or taken by hand. */
@RestController
class AdjustmentsController {

    private final Correction correction;
    private final OnceOnly once;
    private final KnownWallets wallets;
    private final Clock clock;

    AdjustmentsController(Correction correction, OnceOnly once, KnownWallets wallets, Clock clock) {
        this.correction = correction;
        this.once = once;
        this.wallets = wallets;
        this.clock = clock;
    }

    /**
     * @param adjustment its id; the ledger has it as the id of the posting
     * @param balance points that can be spent afterwards
     * @param lifetime all points ever given, less those taken back
     */
    record AdjustmentView(
            UUID adjustment,
            String member,
            String wallet,
            long points,
            String reason,
            String actor,
            long balance,
            long lifetime,
            Instant recordedAt) {

        static AdjustmentView of(Adjustment adjustment, Balance after) {
            return new AdjustmentView(
                    adjustment.id(),
                    adjustment.wallet().member().id(),
                    adjustment.wallet().wallet(),
                    adjustment.points(),
                    adjustment.reason(),
                    adjustment.actor(),
                    after.points(),
                    after.earned(),
                    adjustment.recordedAt());
        }
    }

    @PostMapping("/v1/programs/{program}/members/{member}/adjustments")
    ResponseEntity<String> adjust(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody AdjustmentRequest body,
            HttpServletRequest request) {
        MemberWallet wallet = wallets.check(program, member, body.wallet());
        KeyedRequest keyed = KeyedRequest.of(program, request);
        return once.answer(
                keyed,
                body,
                () -> {
                    Adjustment adjustment =
                            new Adjustment(
                                    keyed.id("adjustment"),
                                    wallet,
                                    body.points(),
                                    body.reason(),
                                    body.actor(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                    return made(body, correction.book(adjustment));
                });
    }

    private static Made made(AdjustmentRequest body, Correction.Answer answer) {
        return switch (answer) {
            case Correction.Answer.Done(Adjustment adjustment, Balance after) ->
                    Made.created(null, AdjustmentView.of(adjustment, after));
            case Correction.Answer.TooFew(long available) ->
                    throw AccountProblem.insufficient(body.wallet(), -body.points(), available);
            case Correction.Answer.TooLarge(String reason) ->
                    throw new Problem(CommonProblem.INVALID_CONTENT, reason);
        };
    }
}
