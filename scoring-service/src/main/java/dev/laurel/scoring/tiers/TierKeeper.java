package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Account;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Follower;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Measurement;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MetricFollower;
import dev.laurel.scoring.ledger.Posting;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps members' tiers: counts points as they are booked, or what a metric says as it is told,
 * raises at once, and reviews at night. Points that a tier itself gave never count, so no tier
 * leads to another.
 */
public final class TierKeeper implements Follower, MetricFollower {

    private final Ladders ladders;
    private final Tiers tiers;
    private final TierNews news;

    public TierKeeper(Ladders ladders, Tiers tiers, TierNews news) {
        this.ladders = ladders;
        this.tiers = tiers;
        this.news = news;
    }

    @Override
    public void booked(List<Posting> postings, Journal journal) {
        Map<String, List<Posting>> byProgram = new TreeMap<>();
        for (Posting posting : postings) {
            if (issued(posting) != 0 && !posting.cause().kind().equals(EntryAwards.KIND)) {
                byProgram
                        .computeIfAbsent(posting.member().program(), _ -> new ArrayList<>())
                        .add(posting);
            }
        }
        byProgram.forEach((program, issued) ->
                ladders.find(program).ifPresent(ladder -> count(ladder, issued, journal)));
    }

    /** What a posting gave: negative when it took something back, 0 for spending and the like. */
    static long issued(Posting posting) {
        if (posting.debit() instanceof Account.Issuance) {
            return posting.amount();
        }
        return posting.credit() instanceof Account.Issuance ? -posting.amount() : 0;
    }

    private void count(Ladder ladder, List<Posting> postings, Journal journal) {
        Map<Member, SortedMap<LocalDate, Long>> points = new LinkedHashMap<>();
        Instant now = Instant.MIN;
        for (Posting posting : postings) {
            if (ladder.measure().equals(new Measure.Wallet(posting.wallet()))) {
                points.computeIfAbsent(posting.member(), _ -> new TreeMap<>())
                        .merge(posting.origin().localDate(), issued(posting), Long::sum);
                now = posting.recordedAt();
            }
        }
        if (points.isEmpty()) {
            return;
        }
        Map<Member, Kept> known = tiers.find(points.keySet());
        Set<Member> ungathered = new HashSet<>();
        Map<Member, SortedMap<LocalDate, Long>> more = new LinkedHashMap<>(points);
        points.keySet().stream()
                .filter(member -> !isKept(ladder, known.get(member)))
                .forEach(member -> {
                    ungathered.add(member);
                    more.remove(member);
                });
        tiers.gather(ungathered, ladder.measure().key());
        tiers.earn(earned(ladder.measure(), more));
        judge(ladder, points, known, Set.of(), journal, now);
    }

    @Override
    public void measured(List<Measurement> measurements, Journal journal, Instant now) {
        Map<Member, Long> last = new HashMap<>();
        measurements.forEach(each -> last.merge(each.member(), each.offset(), Math::max));
        Map<Member, Long> taken = tiers.advance(last);
        Map<String, List<Measurement>> byMeasure = new TreeMap<>();
        for (Measurement each : measurements) {
            if (each.offset() > taken.getOrDefault(each.member(), -1L)) {
                byMeasure
                        .computeIfAbsent(
                                each.member().program() + "\0" + each.metric(),
                                _ -> new ArrayList<>())
                        .add(each);
            }
        }
        byMeasure.values().forEach(news -> say(news, journal, now));
    }

    /** Takes in what one metric of one program says. */
    private void say(List<Measurement> measurements, Journal journal, Instant now) {
        Measure measure = new Measure.Metric(measurements.getFirst().metric());
        Map<Member, SortedMap<LocalDate, Long>> said = new LinkedHashMap<>();
        Set<Member> afresh = new HashSet<>();
        for (Measurement each : measurements) {
            SortedMap<LocalDate, Long> days =
                    said.computeIfAbsent(each.member(), _ -> new TreeMap<>());
            if (each.afresh()) {
                afresh.add(each.member());
                days.clear();
            }
            days.putAll(each.days());
        }
        tiers.forget(afresh, measure.key());
        tiers.say(earned(measure, said));
        ladders.find(measurements.getFirst().member().program())
                .filter(ladder -> ladder.measure().equals(measure))
                .ifPresent(ladder ->
                        judge(ladder, said, tiers.find(said.keySet()), afresh, journal, now));
    }

    private static List<Tiers.Earned> earned(
            Measure measure, Map<Member, SortedMap<LocalDate, Long>> days) {
        List<Tiers.Earned> earned = new ArrayList<>();
        days.forEach((member, points) ->
                points.forEach((day, more) ->
                        earned.add(new Tiers.Earned(member, measure.key(), day, more))));
        return earned;
    }

    private static boolean isKept(Ladder ladder, @Nullable Kept kept) {
        return kept != null && kept.measure().equals(ladder.measure().key());
    }

    /**
     * Brings members up to a day, whose night it does.
     *
     * @param members for whom the journal is open
     */
    public void review(
            Ladder ladder,
            Collection<Member> members,
            LocalDate day,
            Journal journal,
            Instant now) {
        Map<Member, Kept> known = tiers.find(members);
        Set<Member> anew = new HashSet<>(members);
        anew.removeIf(member -> isKept(ladder, known.get(member)));
        if (ladder.measure() instanceof Measure.Wallet(String wallet)) {
            tiers.gather(anew, wallet);
        }
        Map<Member, LocalDate> until = new LinkedHashMap<>();
        members.forEach(member -> until.put(member, day));
        judgeUntil(ladder, until, known, anew, journal, now);
    }

    /**
     * Gives a member a tier; belongs to a transaction.
     *
     * @param journal opened for the member here
     * @return what is known then
     */
    public Kept invite(Ladder ladder, Invitation invitation, Journal journal, Instant now) {
        Member member = invitation.member();
        Instruction lock =
                Command.of(member, "tier", invitation.id(), false, now, ladder.zone(), List.of());
        journal.open(List.of(lock), now);
        tiers.invite(invitation);
        LocalDate today = now.atZone(ladder.zone()).toLocalDate();
        review(ladder, List.of(member), today, journal, now);
        return Objects.requireNonNull(tiers.find(member));
    }

    /**
     * Judges members of whose days something has become known.
     *
     * @param afresh those of whom nothing that was known before is left
     */
    private void judge(
            Ladder ladder,
            Map<Member, SortedMap<LocalDate, Long>> news,
            Map<Member, Kept> known,
            Set<Member> afresh,
            Journal journal,
            Instant now) {
        LocalDate today = now.atZone(ladder.zone()).toLocalDate();
        Map<Member, LocalDate> until = new LinkedHashMap<>();
        Set<Member> anew = new HashSet<>(afresh);
        news.forEach((member, days) -> {
            Kept kept = known.get(member);
            if (kept == null
                    || !isKept(ladder, kept)
                    || (!days.isEmpty() && days.firstKey().isBefore(kept.standing().day()))) {
                anew.add(member);
            }
            until.put(member, days.isEmpty() ? today : days.lastKey());
        });
        judgeUntil(ladder, until, known, anew, journal, now);
    }

    private void judgeUntil(
            Ladder ladder,
            Map<Member, LocalDate> until,
            Map<Member, Kept> known,
            Set<Member> anew,
            Journal journal,
            Instant now) {
        LocalDate today = now.atZone(ladder.zone()).toLocalDate();
        Map<Member, LocalDate> from = new HashMap<>();
        until.forEach((member, _) -> {
            Kept kept = known.get(member);
            from.put(
                    member,
                    kept == null || anew.contains(member)
                            ? LocalDate.MIN
                            : ladder.window().from(kept.standing().day()));
        });
        Map<Member, Earnings> earnings = tiers.earnings(from, ladder.measure().key());
        Map<Member, List<Invitation>> invitations = tiers.invitations(until.keySet());
        List<Kept> after = new ArrayList<>();
        List<TierChange> changes = new ArrayList<>();
        Map<Member, SortedSet<Integer>> reached = new LinkedHashMap<>();
        until.forEach((member, day) -> {
            Kept kept = known.get(member);
            Kept before = kept == null ? Kept.begin(member, ladder, day) : kept;
            Earnings earned = earnings.getOrDefault(member, Earnings.NONE);
            List<Invitation> invited = invitations.getOrDefault(member, List.of());
            boolean all = anew.contains(member);
            Ascent.Result result = ascend(all, ladder, before, earned, invited, day, now);
            LocalDate due = result.after().due();
            if (due != null && !due.isAfter(today)) {
                // A night that is over would have looked at it: history, or a return told late.
                result = ascend(all, ladder, before, earned, invited, today, now);
            }
            if (!result.after().equals(kept)) {
                after.add(result.after());
            }
            changes.addAll(result.changes());
            reached.put(member, result.reached());
        });
        tiers.keep(after, changes);
        news.tell(changes);
        EntryAwards.pay(ladder, reached, journal, now);
    }

    private static Ascent.Result ascend(
            boolean afresh,
            Ladder ladder,
            Kept before,
            Earnings earned,
            List<Invitation> invited,
            LocalDate day,
            Instant now) {
        return afresh
                ? Ascent.afresh(ladder, before, earned, invited, day, now)
                : Ascent.on(ladder, before, earned, invited, day, now);
    }
}
