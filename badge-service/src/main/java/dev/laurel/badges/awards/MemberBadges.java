package dev.laurel.badges.awards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The badges of one member while effects are applied to them; used by one thread. */
public final class MemberBadges {

    private final Map<String, Award> awards = new HashMap<>();
    private final List<AwardChange> changes = new ArrayList<>();
    private long sequence;

    /**
     * @param sequence number of the member's changes so far
     * @param awards the awards that the effects concern, as they are now
     */
    public MemberBadges(long sequence, List<Award> awards) {
        this.sequence = sequence;
        awards.forEach(award -> this.awards.put(award.badge(), award));
    }

    /** Applies an effect that was not taken in before. */
    public void apply(Effect effect) {
        @Nullable Award before = awards.get(effect.badge());
        Optional<Award> after = before == null ? Award.first(effect) : before.after(effect);
        after.ifPresent(award -> {
            awards.put(award.badge(), award);
            changes.add(new AwardChange(award, ++sequence, effect.id()));
        });
    }

    /** What the effects changed, in order. */
    public List<AwardChange> changes() {
        return List.copyOf(changes);
    }
}
