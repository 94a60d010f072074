package dev.laurel.standalone.demo;

import dev.laurel.standalone.sandboxes.CrmFigures;
import java.time.Instant;
import java.util.List;

/**
 * What came of the demo; with {@code --summary} this is the file's JSON.
 *
 * @param program the program's id
 * @param version the version that decided
 * @param events what was sent
 * @param members members that the platform has a profile of
 * @param wallets one per wallet of the program
 * @param yearEnd what members had of the points that expire when the year was over
 * @param tiers one per tier of the program, from low to high
 * @param badges one per badge of the program
 * @param board the first ten of the all-time board
 * @param profiles profiles that are ready for a CRM
 * @param crms what came into the sandbox in place of each CRM
 * @param zeroSum whether the ledger's accounts add up to zero
 */
record Summary(
        String program,
        int version,
        Events events,
        long members,
        List<Wallet> wallets,
        YearEnd yearEnd,
        List<Tier> tiers,
        List<Badge> badges,
        List<Place> board,
        long profiles,
        List<CrmFigures> crms,
        boolean zeroSum) {

    Summary {
        wallets = List.copyOf(wallets);
        tiers = List.copyOf(tiers);
        badges = List.copyOf(badges);
        board = List.copyOf(board);
        crms = List.copyOf(crms);
    }

    /** Whether the books balance and all that members have is in the sandboxes. */
    boolean isAsItShouldBe() {
        return zeroSum && crms.stream().allMatch(CrmFigures::isComplete);
    }

    /** The same with what came into sandboxes. */
    Summary with(List<CrmFigures> crmFigures) {
        return new Summary(
                program,
                version,
                events,
                members,
                wallets,
                yearEnd,
                tiers,
                badges,
                board,
                profiles,
                crmFigures,
                zeroSum);
    }

    /**
     * @param sent events of the file
     * @param purchases of them, purchases
     * @param returns of them, returns
     * @param accepted events that the platform took
     * @param refused events that it did not take
     * @param sendingSeconds from the first request to the last answer
     * @param perSecond events sent per second of that time
     * @param settledSeconds from the first request until all were decided, posted and passed on
     */
    record Events(
            long sent,
            long purchases,
            long returns,
            long accepted,
            long refused,
            double sendingSeconds,
            double perSecond,
            double settledSeconds) {}

    /**
     * @param wallet its id
     * @param given all points ever given
     * @param takenBack all points ever taken
     * @param expired all points ever expired
     * @param outstanding what members have together, debts deducted
     */
    record Wallet(String wallet, long given, long takenBack, long expired, long outstanding) {}

    /**
     * @param wallet the wallet's id
     * @param at the instant
     * @param available what could be used then
     * @param pending what could not be used yet
     * @param expired what could not be used any more
     */
    record YearEnd(String wallet, Instant at, long available, long pending, long expired) {}

    /**
     * @param tier its id
     * @param name what members see
     * @param members how many have it
     */
    record Tier(String tier, String name, long members) {}

    /**
     * @param badge its id
     * @param name what members see
     * @param holders how many have it
     */
    record Badge(String badge, String name, long holders) {}

    /**
     * @param rank from 1
     * @param member the member's id
     * @param score points
     */
    record Place(long rank, String member, long score) {}
}
