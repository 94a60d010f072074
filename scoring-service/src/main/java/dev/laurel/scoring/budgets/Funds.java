package dev.laurel.scoring.budgets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of a batch, which its creator has locked, and what awards get of them. An award of
 * which only a part was given counts as that part: returns take first what was never given. Not
 * thread-safe.
 */
public final class Funds {

    private final @Nullable Funds parent;
    private final Map<BudgetKey, Fund> funds = new TreeMap<>();
    private final SequencedMap<UUID, Draw> draws = new LinkedHashMap<>();
    private final List<Absorbed> absorbed = new ArrayList<>();

    private Funds(@Nullable Funds parent) {
        this.parent = parent;
    }

    /**
     * The budgets of a batch.
     *
     * @param funds budgets, by key
     * @param draws what awards had got before, of which something may be taken back
     */
    public static Funds of(Map<BudgetKey, Fund> funds, Collection<Draw> draws) {
        Funds before = new Funds(null);
        before.funds.putAll(funds);
        draws.forEach(draw -> before.draws.put(draw.effect(), draw));
        return new Funds(before);
    }

    /** Of a batch without budgets. */
    public static Funds none() {
        return of(Map.of(), List.of());
    }

    /** The same, to try something out on. */
    public Funds copy() {
        return new Funds(this);
    }

    /** Makes what was tried out on a copy hold. */
    public void keep(Funds copy) {
        funds.putAll(copy.funds);
        draws.putAll(copy.draws);
        absorbed.addAll(copy.absorbed);
    }

    /**
     * Gives an award what its budgets allow: none of them gives more than it has left, and all of
     * them give the same.
     *
     * @param ask what is asked for: nothing is granted or missing yet
     * @param budgets what it comes from
     * @param version the version of the program that gives it
     * @return points to give, 0 for none
     */
    public long give(Draw ask, List<Budget> budgets, int version) {
        long granted = ask.asked();
        for (Budget budget : budgets) {
            long left = under(ask, budget, version).left();
            if (budget.exhausted() == Budget.Exhausted.TRIM) {
                granted = Math.min(granted, left);
            }
        }
        for (Budget budget : budgets) {
            if (budget.exhausted() == Budget.Exhausted.REFUSE
                    && fund(key(ask, budget.id())).left() < granted) {
                granted = 0;
            }
        }
        long missing = ask.asked() - granted;
        for (Budget budget : budgets) {
            BudgetKey key = key(ask, budget.id());
            funds.put(key, fund(key).give(granted, missing));
        }
        draws.put(
                ask.effect(),
                new Draw(
                        ask.effect(),
                        ask.program(),
                        ask.member(),
                        ask.wallet(),
                        budgets.stream().map(Budget::id).toList(),
                        ask.asked(),
                        granted,
                        missing,
                        0,
                        ask.award()));
        return granted;
    }

    /**
     * How many of the points that a return is to take had never been given.
     *
     * @param effect the return's
     * @param undoes the award
     * @param points how many it is to take
     */
    public long absorb(UUID effect, UUID undoes, long points) {
        Draw draw = draw(undoes);
        long never = draw == null ? 0 : Math.min(points, draw.missing());
        if (draw != null && never > 0) {
            draws.put(undoes, draw.absorb(never));
            absorbed.add(new Absorbed(effect, undoes, never));
        }
        return never;
    }

    /** Points of an award are back: its budgets can give them again. */
    public void takeBack(UUID award, long points) {
        Draw draw = draw(award);
        if (draw == null) {
            return;
        }
        long back = Math.min(points, draw.granted() - draw.returned());
        draws.put(award, draw.takeBack(back));
        for (String budget : draw.budgets()) {
            BudgetKey key = new BudgetKey(draw.program(), budget);
            funds.put(key, fund(key).takeBack(back));
        }
    }

    /** Says of every share that is used now that it is told, and returns those. */
    public List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        funds.replaceAll((key, fund) -> {
            Fund told = fund;
            for (int share : Fund.SHARES) {
                if (told.told() < share && told.has(share)) {
                    told = told.told(share);
                    alerts.add(new Alert(key, told, share));
                }
            }
            return told;
        });
        return alerts;
    }

    /** Budgets that are not as they were. */
    public Map<BudgetKey, Fund> changed() {
        return funds;
    }

    /** Awards that are new or not as they were. */
    public Collection<Draw> draws() {
        return draws.sequencedValues();
    }

    /** What returns did not have to take. */
    public List<Absorbed> absorbed() {
        return absorbed;
    }

    private Fund under(Draw ask, Budget budget, int version) {
        BudgetKey key = key(ask, budget.id());
        Fund fund = fund(key).under(budget.amount(), version);
        funds.put(key, fund);
        return fund;
    }

    private static BudgetKey key(Draw draw, String budget) {
        return new BudgetKey(draw.program(), budget);
    }

    private Fund fund(BudgetKey key) {
        Fund own = funds.get(key);
        if (own != null) {
            return own;
        }
        if (parent == null) {
            throw new IllegalStateException(
                    "Expected budget '%s' of program '%s' at hand, but it is not."
                            .formatted(key.id(), key.program()));
        }
        return parent.fund(key);
    }

    private @Nullable Draw draw(UUID award) {
        Draw own = draws.get(award);
        return own != null || parent == null ? own : parent.draw(award);
    }
}
