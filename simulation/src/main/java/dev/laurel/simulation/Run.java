package dev.laurel.simulation;

import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.tiers.Ladder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events going through one edition of a program, exactly as a host sends them: to the subject, and
 * then to every other member concerned.
 */
final class Run {

    private final Program program;
    private final Edition edition;
    private final Map<String, Member> registry;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, TeamRoom> teams = new HashMap<>();
    private final Map<ChallengeKey, Winners> winners = new HashMap<>();
    private final Journal journal = new Journal();
    private final Budgets budgets;
    private final Booked booked = new Booked();
    private final Silences silences;
    private final Reasons refusals = new Reasons();
    private Instant now = Instant.MIN;
    private long events;
    private long refused;

    Run(Edition edition, Map<String, Member> registry) {
        this.edition = edition;
        this.program = edition.program();
        this.registry = registry;
        this.budgets = new Budgets(program.budgets());
        this.silences = new Silences(program);
    }

    void accept(Event event) {
        events++;
        List<ShapeProblem> problems = edition.shapes().problems(event.type(), event.data());
        if (!problems.isEmpty()) {
            count(problems.getFirst().message());
            return;
        }
        tellOfSilences(event.recordedTime());
        if (!silences.tells(event, accounts.get(event.subject()))) {
            play(event);
        }
    }

    /** What became due before an event was recorded comes before it. */
    private void tellOfSilences(Instant recorded) {
        now = recorded.isAfter(now) ? recorded : now;
        List<Event> emitted = silences.next(now, accounts);
        while (!emitted.isEmpty()) {
            emitted.forEach(this::play);
            emitted = silences.next(now, accounts);
        }
    }

    private void play(Event event) {
        Result own = decide(event, event.subject(), List.of());
        for (String other : own.otherBeneficiaries()) {
            decide(event, other, own.reversals());
        }
    }

    /** Counts something that no program would take. */
    void refuse(String reason) {
        events++;
        count(reason);
    }

    private void count(String reason) {
        refused++;
        refusals.add(reason);
    }

    private Result decide(Event event, String beneficiary, List<Event> reversals) {
        Account account = accounts.computeIfAbsent(beneficiary, this::open);
        Result result =
                Engine.decide(
                        program,
                        account.on(day(event.time()), journal),
                        account.state(),
                        account,
                        event,
                        reversals);
        keep(account, result);
        silences.follow(beneficiary, account, now);
        result.contributions().forEach(this::contribute);
        result.claims().forEach(this::claim);
        return result;
    }

    private void contribute(TeamContribution contribution) {
        TeamRoom team = teams.computeIfAbsent(contribution.team(), unknown -> new TeamRoom());
        for (TeamNews news : team.add(program, contribution)) {
            Account account = accounts.computeIfAbsent(news.member(), this::open);
            keep(account, Engine.settle(program, account.state(), news));
        }
    }

    private void claim(PlaceClaim claim) {
        Winners list =
                winners.computeIfAbsent(claim.request().challenge(), unknown -> new Winners());
        for (PlaceNews news : list.take(program.id(), claim)) {
            Account account = accounts.computeIfAbsent(news.member(), this::open);
            keep(account, Engine.settle(program, account.state(), news));
        }
    }

    private Account open(String member) {
        Member known = registry.get(member);
        return new Account(
                known == null ? Member.of(member) : known, edition.ladder().orElse(null), booked);
    }

    private void keep(Account account, Result result) {
        account.keep(result, budgets, program.zone(), journal);
        journal.decided(result.decision());
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, program.zone());
    }

    Forecast forecast() {
        if (events > refused) {
            accounts.values().forEach(account -> account.on(day(now), journal));
        }
        Map<String, MemberForecast> members = new TreeMap<>();
        accounts.forEach((member, account) -> members.put(member, account.forecast(program)));
        Map<String, Map<String, Movement>> mechanics = journal.mechanics();
        return new Forecast(
                program.id(),
                events,
                refused,
                refusals.counts(),
                journal.decisions(),
                wallets(mechanics),
                mechanics,
                program.rules().stream().map(rule -> journal.rule(rule.id())).toList(),
                program.challenges().stream().map(this::figures).toList(),
                program.badges().stream()
                        .map(badge -> journal.badge(badge.id(), holders(badge.id(), members)))
                        .toList(),
                budgets.figures(),
                edition.ladder().map(this::tiers).orElse(List.of()),
                silences.emitted(),
                journal.failures(),
                members);
    }

    private ChallengeFigures figures(Challenge challenge) {
        long withoutPlace = 0;
        long heldOut = 0;
        if (challenge.winners() != null || challenge.control() != null) {
            for (Account account : accounts.values()) {
                withoutPlace += account.withoutPlace(challenge);
                heldOut += account.heldOut(challenge, program.id());
            }
        }
        return journal.challenge(challenge.id(), withoutPlace, heldOut);
    }

    private List<TierFigures> tiers(Ladder ladder) {
        TierTally tally = new TierTally(ladder);
        accounts.values().forEach(account -> tally.add(account.tier()));
        return tally.figures(journal);
    }

    private Map<String, Movement> wallets(Map<String, Map<String, Movement>> mechanics) {
        Map<String, Movement> wallets = new LinkedHashMap<>();
        program.wallets().forEach(wallet -> wallets.put(wallet.id(), Movement.NONE));
        for (Map<String, Movement> moved : mechanics.values()) {
            moved.forEach((wallet, movement) -> wallets.merge(wallet, movement, Movement::plus));
        }
        return wallets;
    }

    private static long holders(String badge, Map<String, MemberForecast> members) {
        return members.values().stream().filter(each -> each.badges().containsKey(badge)).count();
    }
}
