package dev.laurel.standalone.budgets;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.BudgetKey;
import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.budgets.Funds;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.lots.Shortfall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What the engine decides and the ledger's own arithmetic books of it, without a database. */
final class BookedBudgets {

    private final Program program;
    private final Map<String, MemberState> states = new HashMap<>();
    private final Map<String, Map<EventKey, EventTrace>> traces = new HashMap<>();
    private final Book book;

    BookedBudgets(Program program) {
        this.program = program;
        Map<BudgetKey, Fund> unused = new HashMap<>();
        program.budgets()
                .forEach(
                        scope -> unused.put(key(scope.budget().id()), Fund.unused(scope.wallet())));
        book =
                new Book(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Funds.of(unused, List.of()),
                        Set.of(),
                        Map.of(),
                        Instant.parse("2026-06-01T00:00:00Z"),
                        Zones.UTC);
    }

    void send(Event event) {
        String member = event.subject();
        Map<EventKey, EventTrace> memory = traces.computeIfAbsent(member, _ -> new HashMap<>());
        Result result =
                Engine.decide(
                        program,
                        Member.of(member),
                        states.getOrDefault(member, MemberState.EMPTY),
                        memory::get,
                        event,
                        List.of());
        states.put(member, result.state());
        result.traces().forEach(each -> memory.put(each.event(), each.trace()));
        Instruction instruction = instruction(result.decision());
        if (!(book.book(instruction) instanceof Outcome.Booked)) {
            throw new AssertionError("Expected to book " + instruction);
        }
    }

    long balance(String member, String wallet) {
        return book.balance(
                        new MemberWallet(
                                new dev.laurel.scoring.ledger.Member(program.id(), member), wallet))
                .points();
    }

    Fund budget(String id) {
        return Objects.requireNonNull(book.funds().changed().get(key(id)));
    }

    private BudgetKey key(String budget) {
        return new BudgetKey(program.id(), budget);
    }

    private Instruction instruction(Decision decision) {
        Event event = decision.event();
        return new Instruction(
                new dev.laurel.scoring.ledger.Member(program.id(), decision.member()),
                0,
                new Origin(
                        new UUID(0, 1),
                        1,
                        decision.outcome() == Decision.Outcome.REVERSED,
                        event.source(),
                        event.id(),
                        event.time(),
                        LocalDate.ofInstant(event.time(), ZoneOffset.UTC),
                        null),
                decision.points().stream().map(BookedBudgets::move).toList());
    }

    private static Move move(PointsEffect effect) {
        Cause cause = new Cause("rule", effect.cause().id());
        return effect.points() > 0
                ? new Move.Give(
                        effect.id(),
                        effect.wallet(),
                        effect.points(),
                        cause,
                        null,
                        null,
                        null,
                        effect.budgets().stream().map(BookedBudgets::budget).toList())
                : new Move.Take(
                        effect.id(),
                        effect.wallet(),
                        -effect.points(),
                        cause,
                        null,
                        null,
                        effect.undoes(),
                        Shortfall.ALLOW);
    }

    private static Budget budget(dev.laurel.engine.decisions.Budget budget) {
        return new Budget(
                budget.id(),
                budget.amount(),
                switch (budget.exhausted()) {
                    case TRIM -> Budget.Exhausted.TRIM;
                    case REFUSE -> Budget.Exhausted.REFUSE;
                });
    }
}
