package dev.laurel.scoring.ledger;

import dev.laurel.scoring.budgets.Funds;
import dev.laurel.scoring.lots.Flow;
import dev.laurel.scoring.lots.LotSource;
import dev.laurel.scoring.lots.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The arithmetic of a batch: takes instructions one after the other and knows balances, lots and
 * sequences after each. Holds what the batch needs of the ledger, which its creator has locked. Not
 * thread-safe.
 */
public final class Book {

    private final Map<Member, Long> sequences;
    private final Map<MemberWallet, Balance> balances;
    private final Map<MemberWallet, Shelf> shelves;
    private final Funds funds;
    private final Set<UUID> booked;
    private final Map<UUID, String> channels;
    private final Instant now;
    private final Zones zones;
    private final List<Posting> postings = new ArrayList<>();

    /**
     * @param sequences last sequence per member; none is 0
     * @param balances balances per wallet; none is zero
     * @param shelves lots per wallet that has ever had any
     * @param funds budgets that this batch's points come from or go back to
     * @param booked effects of this batch that were booked before
     * @param channels through which what this batch undoes was given, where there was one
     * @param now when this batch is booked
     * @param zones the time zones of programs
     */
    public Book(
            Map<Member, Long> sequences,
            Map<MemberWallet, Balance> balances,
            Map<MemberWallet, Shelf> shelves,
            Funds funds,
            Set<UUID> booked,
            Map<UUID, String> channels,
            Instant now,
            Zones zones) {
        this.sequences = new HashMap<>(sequences);
        this.balances = new HashMap<>(balances);
        this.shelves = new LinkedHashMap<>(shelves);
        this.funds = funds;
        this.booked = new HashSet<>(booked);
        this.channels = new HashMap<>(channels);
        this.now = now;
        this.zones = zones;
    }

    /** Books what is new in an instruction, and what was due in its wallets before. */
    public Outcome book(Instruction instruction) {
        Entry entry = new Entry(instruction.member(), instruction.stripe());
        Set<UUID> effects = new HashSet<>();
        for (Move move : instruction.moves()) {
            if (booked.contains(move.effect()) || !effects.add(move.effect())) {
                continue;
            }
            try {
                entry.settle(move.wallet());
                entry.move(move, through(move, instruction.originOf(move)));
            } catch (ArithmeticException tooLarge) {
                return new Outcome.Refused(overflow(move, entry.balance(move.wallet())));
            }
        }
        booked.addAll(effects);
        return new Outcome.Booked(entry.keep());
    }

    /**
     * Books what is due in a wallet.
     *
     * @param stripe see {@link Instruction}
     * @throws ArithmeticException when a balance is too large to be kept
     */
    public void settle(MemberWallet wallet, int stripe) {
        Entry entry = new Entry(wallet.member(), stripe);
        entry.settle(wallet.wallet());
        entry.keep();
    }

    /** All postings so far, in the order of booking. */
    public List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** What a member has as of now, of those that the book was opened for. */
    public Balance balance(MemberWallet wallet) {
        return balances.getOrDefault(wallet, Balance.ZERO);
    }

    /** Lots, by wallet, as they are now. */
    public Map<MemberWallet, Shelf> shelves() {
        return Collections.unmodifiableMap(shelves);
    }

    /** When it is booked. */
    public Instant now() {
        return now;
    }

    /** Budgets, and what awards got of them. */
    public Funds funds() {
        return funds;
    }

    /** What is taken back counts where it was given, through whatever it came back. */
    private Origin through(Move move, Origin origin) {
        if (move instanceof Move.Take take && take.undoes() != null) {
            return origin.through(channels.get(take.undoes()));
        }
        if (move instanceof Move.Give && origin.channel() != null) {
            channels.put(move.effect(), origin.channel());
        }
        return origin;
    }

    private static String overflow(Move move, Balance before) {
        return "Expected balance and earned points of wallet '%s' to stay within 64 bits, but %d points (%s) do not fit beside a balance of %d and %d earned."
                .formatted(
                        move.wallet(),
                        move.amount(),
                        move.cause(),
                        before.points(),
                        before.earned());
    }

    /** What is written for one member, kept as a whole or not at all. */
    private final class Entry {

        private final Member member;
        private final int stripe;
        private final Map<MemberWallet, Balance> after = new HashMap<>();
        private final Map<MemberWallet, Shelf> moved = new LinkedHashMap<>();
        private final List<Posting> added = new ArrayList<>();
        private final Funds drawn = funds.copy();
        private long sequence;

        Entry(Member member, int stripe) {
            this.member = member;
            this.stripe = stripe;
            this.sequence = sequences.getOrDefault(member, 0L);
        }

        Balance balance(String wallet) {
            MemberWallet key = new MemberWallet(member, wallet);
            return after.getOrDefault(key, Book.this.balance(key));
        }

        void settle(String wallet) {
            for (Flow flow : shelf(wallet).settle()) {
                post(Postings.ofTerm(flow, wallet, zones.of(member.program())));
            }
        }

        void move(Move move, Origin origin) {
            int number = 0;
            for (Flow flow : flows(move, origin)) {
                post(Postings.ofMove(flow, move, number, origin, zones.of(member.program())));
                number += flow.step() == null ? 1 : 0;
            }
        }

        private List<Flow> flows(Move move, Origin origin) {
            Shelf shelf = shelf(move.wallet());
            return switch (move) {
                case Move.Give give -> {
                    long points = Draws.give(drawn, give, member, origin);
                    yield points == 0
                            ? List.of()
                            : shelf.give(
                                    give.effect(),
                                    points,
                                    origin.time(),
                                    give.term(),
                                    origin.channel());
                }
                case Move.Take take -> {
                    long points = Draws.left(drawn, take);
                    List<Flow> flows =
                            points == 0
                                    ? List.of()
                                    : shelf.take(
                                            points, origin.time(), take.undoes(), take.shortfall());
                    Draws.takeBack(drawn, take, flows);
                    yield flows;
                }
                case Move.Activate activate -> shelf.activate(activate.lot(), activate.term());
                case Move.Active active -> shelf.active(active.at(), active.until());
                case Move.Reserve reserve -> shelf.reserve(reserve.hold(), reserve.amount());
                case Move.Spend spend -> shelf.spend(spend.hold(), spend.amount());
                case Move.GiveBack back -> shelf.giveBack(back.hold(), back.amount());
                case Move.Refund refund -> shelf.refund(refund.hold(), refund.amount());
                case Move.PayIn in -> shelf.payIn(in.effect(), in.amount());
                case Move.PayOut out -> shelf.payOut(out.amount());
            };
        }

        private Shelf shelf(String wallet) {
            MemberWallet key = new MemberWallet(member, wallet);
            return moved.computeIfAbsent(
                    key,
                    _ -> {
                        Shelf known = shelves.get(key);
                        return known == null
                                ? new Shelf(
                                        now,
                                        balance(wallet).points(),
                                        false,
                                        List.of(),
                                        LotSource.NONE)
                                : known.copy();
                    });
        }

        private void post(Postings.Line line) {
            MemberWallet key = new MemberWallet(member, line.wallet());
            Balance result =
                    balance(line.wallet())
                            .after(
                                    line.debit(),
                                    line.credit(),
                                    line.amount(),
                                    line.origin().reversal());
            after.put(key, result);
            sequence++;
            added.add(line.posting(member, stripe, sequence, result, now));
        }

        List<Posting> keep() {
            sequences.put(member, sequence);
            balances.putAll(after);
            shelves.putAll(moved);
            postings.addAll(added);
            funds.keep(drawn);
            return added;
        }
    }
}
