package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The arithmetic of a batch: takes instructions one after the other and knows balances and
 * sequences after each. Holds what the batch needs of the ledger, which its creator has locked. Not
 * thread-safe.
 */
public final class Book {

    private final Map<Member, Long> sequences;
    private final Map<MemberWallet, Balance> balances;
    private final Set<UUID> booked;
    private final Instant now;
    private final List<Posting> postings = new ArrayList<>();

    /**
     * @param sequences last sequence per member; none is 0
     * @param balances balances per wallet; none is zero
     * @param booked effects of this batch that were booked before
     * @param now when this batch is booked
     */
    public Book(
            Map<Member, Long> sequences,
            Map<MemberWallet, Balance> balances,
            Set<UUID> booked,
            Instant now) {
        this.sequences = new HashMap<>(sequences);
        this.balances = new HashMap<>(balances);
        this.booked = new HashSet<>(booked);
        this.now = now;
    }

    /** Books what is new in an instruction. */
    public Outcome book(Instruction instruction) {
        List<Posting> added = new ArrayList<>(instruction.moves().size());
        Map<MemberWallet, Balance> after = new HashMap<>();
        Set<UUID> effects = new HashSet<>();
        long sequence = sequences.getOrDefault(instruction.member(), 0L);
        for (Move move : instruction.moves()) {
            if (booked.contains(move.effect()) || !effects.add(move.effect())) {
                continue;
            }
            MemberWallet wallet = new MemberWallet(instruction.member(), move.wallet());
            Balance before = after.getOrDefault(wallet, balance(wallet));
            try {
                after.put(wallet, before.after(move, instruction.originOf(move).reversal()));
            } catch (ArithmeticException tooLarge) {
                return new Outcome.Refused(overflow(move, before));
            }
            sequence++;
            added.add(posting(instruction, move, sequence, after.getOrDefault(wallet, before)));
        }
        sequences.put(instruction.member(), sequence);
        balances.putAll(after);
        booked.addAll(effects);
        postings.addAll(added);
        return new Outcome.Booked(added);
    }

    /** All postings so far, in the order of booking. */
    public List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** What a member has as of now, of those that the book was opened for. */
    public Balance balance(MemberWallet wallet) {
        return balances.getOrDefault(wallet, Balance.ZERO);
    }

    private Posting posting(Instruction instruction, Move move, long sequence, Balance after) {
        return new Posting(
                move.effect(),
                instruction.member(),
                instruction.stripe(),
                sequence,
                move.wallet(),
                move.from(),
                move.to(),
                move.amount(),
                after,
                move.cause(),
                instruction.originOf(move),
                now,
                move.team());
    }

    private static String overflow(Move move, Balance before) {
        return "Expected balance and earned points of wallet '%s' to stay within 64 bits, but %d points (%s) from %s to %s with a balance of %d and %d earned do not fit."
                .formatted(
                        move.wallet(),
                        move.amount(),
                        move.cause(),
                        move.from().id(),
                        move.to().id(),
                        before.points(),
                        before.earned());
    }
}
