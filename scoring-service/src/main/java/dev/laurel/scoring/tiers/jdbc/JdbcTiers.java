package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Invitation;
import dev.laurel.scoring.tiers.Kept;
import dev.laurel.scoring.tiers.TierChange;
import dev.laurel.scoring.tiers.Tiers;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tiers in this service's schema: a handful of statements for any number of members. */
@Repository
public class JdbcTiers implements Tiers {

    private final TierRows tiers;
    private final EarningRows earnings;
    private final ChangeRows changes;
    private final InvitationRows invitations;
    private final MeasuredRows measured;

    public JdbcTiers(JdbcTemplate jdbc) {
        this.tiers = new TierRows(jdbc);
        this.earnings = new EarningRows(jdbc);
        this.changes = new ChangeRows(jdbc);
        this.invitations = new InvitationRows(jdbc);
        this.measured = new MeasuredRows(jdbc);
    }

    @Override
    public Map<Member, Kept> find(Collection<Member> members) {
        return tiers.find(members);
    }

    @Override
    public void earn(List<Earned> earned) {
        earnings.add(earned);
    }

    @Override
    public Map<Member, Long> advance(Map<Member, Long> offsets) {
        return measured.advance(offsets);
    }

    @Override
    public void say(List<Earned> earned) {
        earnings.say(earned);
    }

    @Override
    public void forget(Collection<Member> members, String measure) {
        earnings.forget(members, measure);
    }

    @Override
    public void gather(Collection<Member> members, String wallet) {
        earnings.gather(members, wallet);
    }

    @Override
    public Map<Member, Earnings> earnings(Map<Member, LocalDate> from, String measure) {
        return earnings.find(from, measure);
    }

    @Override
    public Map<Member, List<Invitation>> invitations(Collection<Member> members) {
        return invitations.find(members);
    }

    @Override
    public Map<String, Long> members(String program) {
        return tiers.members(program);
    }

    @Override
    public void eachEarnings(
            String program, String measure, LocalDate before, BiConsumer<String, Earnings> reader) {
        earnings.each(program, measure, before, reader);
    }

    @Override
    public Map<String, List<Invitation>> invitations(String program) {
        return invitations.find(program);
    }

    @Override
    public void invite(Invitation invitation) {
        invitations.add(invitation);
    }

    @Override
    public void keep(List<Kept> kept, List<TierChange> told) {
        tiers.keep(kept);
        changes.add(told);
    }

    @Override
    public List<Member> due(
            String program, Ladder ladder, LocalDate day, String after, int atMost) {
        return tiers.due(program, ladder, day, after, atMost);
    }

    @Override
    public List<Member> unjudged(String program, Ladder ladder, String after, int atMost) {
        return tiers.unjudged(program, ladder, after, atMost);
    }

    @Override
    public List<TierChange> changes(Member member, long before, int atMost) {
        return changes.find(member, before, atMost);
    }
}
