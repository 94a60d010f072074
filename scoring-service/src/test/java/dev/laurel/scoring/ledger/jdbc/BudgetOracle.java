package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.Budget.Exhausted;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Move;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What budgets should come to, in other words: whoever has got an award keeps of it what it is
 * worth after its returns, but never more than was granted. Awards and returns of the same wallet,
 * one after the other.
 */
final class BudgetOracle {

    private final Map<UUID, Award> awards = new HashMap<>();
    private final Map<String, Long> amounts = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, Long> debts = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    private static final class Award {

        private final String member;
        private final List<String> budgets;
        private final long granted;
        private long worth;

        private Award(String member, List<String> budgets, long granted, long worth) {
            this.member = member;
            this.budgets = budgets;
            this.granted = granted;
            this.worth = worth;
        }

        private long kept() {
            return Math.max(0, Math.min(granted, worth));
        }
    }

    void tell(Instruction instruction) {
        Move move = instruction.moves().getFirst();
        if (!seen.add(move.effect())) {
            return;
        }
        String member = instruction.member().id();
        switch (move) {
            case Move.Give give ->
                    give(member, give, Objects.requireNonNull(instruction.origin().version()));
            case Move.Take take -> take(member, take);
            case Move.Activate activate -> throw new IllegalArgumentException(activate.toString());
            case Move.Active active -> throw new IllegalArgumentException(active.toString());
            case Move.OfHold hold -> throw new IllegalArgumentException(hold.toString());
            case Move.PayIn in -> throw new IllegalArgumentException(in.toString());
            case Move.PayOut out -> throw new IllegalArgumentException(out.toString());
        }
    }

    long used(String budget) {
        return awards.values().stream()
                .filter(award -> award.budgets.contains(budget))
                .mapToLong(Award::kept)
                .sum();
    }

    long balance(String member) {
        return awards.values().stream()
                        .filter(award -> award.member.equals(member))
                        .mapToLong(Award::kept)
                        .sum()
                - debts.getOrDefault(member, 0L);
    }

    private void give(String member, Move.Give give, int version) {
        long granted = give.amount();
        long least = Long.MAX_VALUE;
        for (Budget budget : give.budgets()) {
            if (version >= versions.getOrDefault(budget.id(), 0)) {
                versions.put(budget.id(), version);
                amounts.put(budget.id(), budget.amount());
            }
            long left = Math.max(0, amounts.getOrDefault(budget.id(), 0L) - used(budget.id()));
            if (budget.exhausted() == Exhausted.TRIM) {
                granted = Math.min(granted, left);
            } else {
                least = Math.min(least, left);
            }
        }
        awards.put(
                give.effect(),
                new Award(
                        member,
                        give.budgets().stream().map(Budget::id).toList(),
                        least < granted ? 0 : granted,
                        give.amount()));
    }

    /** What is taken beyond an award, or for one that there never was, is owed. */
    private void take(String member, Move.Take take) {
        Award award = awards.get(take.undoes());
        long left = award == null ? 0 : Math.max(0, award.worth);
        long of = Math.min(left, take.amount());
        if (award != null) {
            award.worth -= of;
        }
        debts.merge(member, take.amount() - of, Long::sum);
    }
}
