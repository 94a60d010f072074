package dev.laurel.scoring.tiers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.requests.web.KeyedRequest;
import dev.laurel.scoring.requests.web.OnceOnly;
import dev.laurel.scoring.requests.web.OnceOnly.Made;
import dev.laurel.scoring.tiers.Invitation;
import dev.laurel.scoring.tiers.Kept;
import dev.laurel.scoring.tiers.TierKeeper;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.web.CommonProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tiers that somebody gives. */
@RestController
class InvitationsController {

    private final KnownLadders ladders;
    private final TierKeeper keeper;
    private final Journal journal;
    private final OnceOnly once;
    private final Clock clock;

    InvitationsController(
            KnownLadders ladders, TierKeeper keeper, Journal journal, OnceOnly once, Clock clock) {
        this.ladders = ladders;
        this.keeper = keeper;
        this.journal = journal;
        this.once = once;
        this.clock = clock;
    }

    /**
     * @param invitation its id
     * @param now the tier that the member has after it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationView(
            UUID invitation,
            String member,
            String tier,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            String actor,
            @Nullable String now,
            Instant recordedAt) {}

    /** Begins at once, on the day that it is now in the program's zone. */
    @PostMapping("/v1/programs/{program}/members/{member}/tier-invitations")
    ResponseEntity<String> invite(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody InvitationRequest body,
            HttpServletRequest request) {
        Ladder ladder = ladders.check(program, member);
        KeyedRequest keyed = KeyedRequest.of(program, request);
        return once.answer(
                keyed, body, () -> made(ladder, keyed, new Member(program, member), body));
    }

    private Made made(Ladder ladder, KeyedRequest keyed, Member member, InvitationRequest body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(ladder.zone()).toLocalDate();
        List<String> known = ladder.levels().stream().map(Level::id).toList();
        if (!known.contains(body.tier())) {
            throw KnownLadders.invalid(
                    CommonProblem.INVALID_CONTENT,
                    "/tier",
                    "one of " + known,
                    "there is no tier '%s'".formatted(body.tier()));
        }
        if (body.until() != null && body.until().isBefore(today)) {
            throw KnownLadders.invalid(
                    CommonProblem.INVALID_CONTENT,
                    "/until",
                    "today, %s, or a later day".formatted(today),
                    "it was " + body.until());
        }
        Invitation invitation =
                new Invitation(
                        keyed.id("tier-invitation"),
                        member,
                        body.tier(),
                        today,
                        body.until(),
                        body.reason(),
                        body.actor(),
                        now);
        Kept kept = keeper.invite(ladder, invitation, journal, now);
        return Made.created(
                null,
                new InvitationView(
                        invitation.id(),
                        member.id(),
                        invitation.tier(),
                        invitation.from(),
                        invitation.until(),
                        invitation.reason(),
                        invitation.actor(),
                        kept.tier(),
                        now));
    }
}
