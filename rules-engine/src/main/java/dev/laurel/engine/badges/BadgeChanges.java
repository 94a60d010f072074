package dev.laurel.engine.badges;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.BadgeEffect.Change;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.BadgeState;
import dev.laurel.engine.state.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Issues and revokes badges for one event. A badge is held as long as there is a ground for it, be
 * it its own condition or a challenge.
 */
public final class BadgeChanges {

    private final Draft draft;
    private final EffectIds ids;
    private final List<BadgeEffect> effects = new ArrayList<>();

    public BadgeChanges(Draft draft, EffectIds ids) {
        this.draft = draft;
        this.ids = ids;
    }

    public List<BadgeEffect> effects() {
        return effects;
    }

    /** Adds a ground for a badge. */
    public void grant(String badge, Cause ground) {
        BadgeState state = draft.badge(badge);
        Set<String> grounds = new HashSet<>(state.grounds());
        if (!grounds.add(ground.toString())) {
            return;
        }
        int times = state.held() ? state.times() : state.times() + 1;
        draft.badge(badge, new BadgeState(grounds, times));
        if (!state.held()) {
            effects.add(effect(badge, times, Change.ISSUED, ground));
        }
    }

    /** Takes a ground for a badge away. */
    public void withdraw(String badge, Cause ground) {
        BadgeState state = draft.badge(badge);
        Set<String> grounds = new HashSet<>(state.grounds());
        if (!grounds.remove(ground.toString())) {
            return;
        }
        draft.badge(badge, new BadgeState(grounds, state.times()));
        if (grounds.isEmpty()) {
            effects.add(effect(badge, state.times(), Change.REVOKED, ground));
        }
    }

    private BadgeEffect effect(String badge, int nth, Change change, Cause cause) {
        return new BadgeEffect(ids.badge(badge, nth, change), badge, change, cause);
    }
}
