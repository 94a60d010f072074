package dev.laurel.scoring.exchanges.web;

import dev.laurel.scoring.accounts.web.AccountProblem;
import dev.laurel.scoring.accounts.web.KnownWallets;
import dev.laurel.scoring.exchanges.Bureau;
import dev.laurel.scoring.exchanges.Bureau.Answer;
import dev.laurel.scoring.exchanges.Exchange;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.programs.ExchangePlan;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.scoring.requests.web.KeyedRequest;
import dev.laurel.scoring.requests.web.OnceOnly;
import dev.laurel.scoring.requests.web.OnceOnly.Made;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Points of one wallet for those of another, at the rates of the program. */
@RestController
class ExchangesController {

    private final Bureau bureau;
    private final OnceOnly once;
    private final KnownPrograms programs;
    private final KnownWallets wallets;
    private final Clock clock;

    ExchangesController(
            Bureau bureau,
            OnceOnly once,
            KnownPrograms programs,
            KnownWallets wallets,
            Clock clock) {
        this.bureau = bureau;
        this.once = once;
        this.programs = programs;
        this.wallets = wallets;
        this.clock = clock;
    }

    @PostMapping("/v1/programs/{program}/members/{member}/exchanges")
    ResponseEntity<String> exchange(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody ExchangeRequest body,
            HttpServletRequest request) {
        List<ExchangePlan> plans = programs.check(program).exchanges();
        KeyedRequest keyed = KeyedRequest.of(program, request);
        return once.answer(
                keyed,
                body,
                () -> {
                    ExchangePlan plan = plan(plans, body.exchange());
                    multiple(plan, body.points());
                    MemberWallet from = wallets.check(program, member, plan.from());
                    Exchange exchange =
                            new Exchange(
                                    keyed.id("exchange"),
                                    keyed.id("exchanged"),
                                    from.member(),
                                    plan,
                                    body.points(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                    return made(exchange, bureau.book(exchange));
                });
    }

    private static ExchangePlan plan(List<ExchangePlan> plans, String id) {
        return plans.stream()
                .filter(plan -> plan.id().equals(id))
                .findAny()
                .orElseThrow(() ->
                        problem(
                                "/exchange",
                                "one of " + plans.stream().map(ExchangePlan::id).toList(),
                                "there is no exchange '%s'".formatted(id)));
    }

    /** So that nothing is ever rounded. */
    private static void multiple(ExchangePlan plan, long points) {
        if (points <= 0 || points % plan.paid() != 0) {
            throw problem(
                    "/points",
                    "a multiple of %d points above 0".formatted(plan.paid()),
                    "it was %d".formatted(points));
        }
    }

    private static Problem problem(String pointer, String expected, String actual) {
        String message = "Expected %s, but %s.".formatted(expected, actual);
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                message,
                List.of(new Violation(pointer, message, expected)));
    }

    private static Made made(Exchange exchange, Answer answer) {
        return switch (answer) {
            case Answer.Done done -> Made.created(null, ExchangeView.of(done));
            case Answer.TooFew(long available) ->
                    throw AccountProblem.insufficient(
                            exchange.plan().from(), exchange.points(), available);
            case Answer.TooLarge(String reason) ->
                    throw new Problem(CommonProblem.INVALID_CONTENT, reason);
        };
    }
}
