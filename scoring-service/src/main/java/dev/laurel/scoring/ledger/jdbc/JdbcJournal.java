package dev.laurel.scoring.ledger.jdbc;

import static java.util.stream.Collectors.toSet;

import dev.laurel.scoring.budgets.BudgetKey;
import dev.laurel.scoring.budgets.Draw;
import dev.laurel.scoring.budgets.Funds;
import dev.laurel.scoring.ledger.Balance;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Posting;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.lots.Activity;
import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.Shelf;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The journal in this service's schema. Locks a member's row in {@code member_sequence} before it
 * reads anything of the member, always in the order of the key.
 */
public final class JdbcJournal implements Journal {

    private final JdbcTemplate jdbc;
    private final Zones zones;
    private final MemberRows members;
    private final PostingRows postings;
    private final LotRows lots;
    private final ActivityRows activities;
    private final PartRows parts;
    private final BudgetRows budgetRows;
    private final DrawRows draws;
    private final ProgramAccountRows programAccounts;
    private final AccountDayRows accountDays;
    private final ChainRows chains;

    public JdbcJournal(DataSource dataSource, Zones zones) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.zones = zones;
        this.members = new MemberRows(jdbc);
        this.postings = new PostingRows(jdbc);
        this.lots = new LotRows(jdbc);
        this.activities = new ActivityRows(jdbc);
        this.parts = new PartRows(jdbc);
        this.budgetRows = new BudgetRows(jdbc);
        this.draws = new DrawRows(jdbc);
        this.programAccounts = new ProgramAccountRows(jdbc);
        this.accountDays = new AccountDayRows(jdbc);
        this.chains = new ChainRows(jdbc);
    }

    @Override
    public Book open(List<Instruction> instructions, Instant now) {
        Set<MemberWallet> wallets = new HashSet<>();
        Set<UUID> effects = new HashSet<>();
        Set<UUID> undone = new HashSet<>();
        Set<UUID> activated = new HashSet<>();
        Set<MemberWallet> active = new HashSet<>();
        Map<BudgetKey, String> budgets = new TreeMap<>();
        for (Instruction instruction : instructions) {
            for (Move move : instruction.moves()) {
                wallets.add(new MemberWallet(instruction.member(), move.wallet()));
                effects.add(move.effect());
                if (move instanceof Move.Take take && take.undoes() != null) {
                    undone.add(take.undoes());
                }
                if (move instanceof Move.Active) {
                    active.add(new MemberWallet(instruction.member(), move.wallet()));
                }
                if (move instanceof Move.Activate activate) {
                    activated.add(activate.lot());
                }
                if (move instanceof Move.Give give) {
                    if (give.term() != null && give.term().sliding()) {
                        active.add(new MemberWallet(instruction.member(), move.wallet()));
                    }
                    give.budgets()
                            .forEach(budget ->
                                    budgets.put(
                                            new BudgetKey(
                                                    instruction.member().program(), budget.id()),
                                            give.wallet()));
                }
            }
        }
        return open(
                instructions.stream().map(Instruction::member).collect(toSet()),
                wallets,
                effects,
                undone,
                activated,
                active,
                budgets,
                now);
    }

    @Override
    public Book openWallets(Collection<MemberWallet> wallets, Instant now) {
        return open(
                wallets.stream().map(MemberWallet::member).collect(toSet()),
                wallets,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                now);
    }

    private Book open(
            Set<Member> concerned,
            Collection<MemberWallet> wallets,
            Set<UUID> effects,
            Set<UUID> undone,
            Set<UUID> activated,
            Set<MemberWallet> active,
            Map<BudgetKey, String> budgets,
            Instant now) {
        // The rest is read after the lock, by statements that see what it waited for.
        var sequences = members.lock(concerned);
        Map<MemberWallet, Balance> balances = new HashMap<>();
        Map<MemberWallet, Balance> lotted = new HashMap<>();
        members.accounts(wallets)
                .forEach((wallet, account) -> {
                    balances.put(wallet, account.balance());
                    if (account.lotted()) {
                        lotted.put(wallet, account.balance());
                    }
                });
        Set<UUID> known = new HashSet<>();
        if (!effects.isEmpty()) {
            known.addAll(postings.known(effects));
        }
        Funds funds = Funds.none();
        if (!budgets.isEmpty() || !undone.isEmpty()) {
            known.addAll(draws.known(effects));
            List<Draw> drawn = draws.of(undone);
            drawn.forEach(draw ->
                    draw.budgets()
                            .forEach(budget ->
                                    budgets.put(
                                            new BudgetKey(draw.program(), budget), draw.wallet())));
            // Budgets before chains: whoever waits for one holds nothing that others wait for.
            funds = Funds.of(budgetRows.lock(budgets), drawn);
        }
        Set<UUID> named = new HashSet<>(undone);
        named.addAll(activated);
        return new Book(
                sequences,
                balances,
                shelves(balances, lotted.keySet(), named, active, now),
                funds,
                known,
                undone.isEmpty() ? Map.of() : postings.channels(undone),
                now,
                zones);
    }

    /**
     * @param lotted wallets that have ever had lots
     * @param named lots that will be asked for
     * @param active wallets for which it will matter when the member was active
     */
    private Map<MemberWallet, Shelf> shelves(
            Map<MemberWallet, Balance> balances,
            Set<MemberWallet> lotted,
            Set<UUID> named,
            Set<MemberWallet> active,
            Instant now) {
        Map<MemberWallet, List<Lot>> atHand = new HashMap<>();
        if (!lotted.isEmpty()) {
            atHand.putAll(lots.due(lotted, now));
            if (!named.isEmpty()) {
                lots.addNamed(atHand, named);
            }
        }
        Set<MemberWallet> sliding = new HashSet<>(active);
        atHand.forEach((wallet, all) -> {
            if (all.stream().anyMatch(lot -> lot.term().sliding())) {
                sliding.add(wallet);
            }
        });
        Map<MemberWallet, List<Activity.Run>> runs = activities.of(sliding);
        sliding.addAll(lotted);
        Map<MemberWallet, Shelf> shelves = new HashMap<>();
        for (MemberWallet wallet : sliding) {
            shelves.put(
                    wallet,
                    new Shelf(
                            now,
                            balances.getOrDefault(wallet, Balance.ZERO).points(),
                            lotted.contains(wallet),
                            atHand.getOrDefault(wallet, List.of()),
                            new JdbcLots(jdbc, wallet, runs.get(wallet))));
        }
        return shelves;
    }

    @Override
    public void append(Book book) {
        budgetRows.keep(book.funds().changed());
        draws.keep(book.funds());
        List<Posting> booked = book.postings();
        Map<MemberWallet, Shelf> shelves = book.shelves();
        if (booked.isEmpty()) {
            // Terms may have changed without leading to anything yet.
            lots.keep(shelves);
            activities.keep(shelves);
            return;
        }
        // Chains before accounts: whoever shares a stripe waits here, before it holds any of those.
        postings.insert(chains.add(booked));
        members.update(
                booked, wallet -> shelves.containsKey(wallet) && shelves.get(wallet).lotted());
        lots.keep(shelves);
        activities.keep(shelves);
        parts.keep(shelves.values());
        programAccounts.add(booked);
        accountDays.add(booked);
    }
}
