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
        grant(badge, badge, ground.toString(), ground);
    }

    /** Takes a ground for a badge away. */
    public void withdraw(String badge, Cause ground) {
        withdraw(badge, badge, ground.toString(), ground);
    }

    /** Adds an object as a ground for a badge, or issues the badge for that object. */
    void grant(Badge badge, String object, Cause cause) {
        if (badge.perObject()) {
            grant(named(badge.id(), object), badge.id(), cause.toString(), cause);
        } else if (badge.revocable() || !draft.badge(badge.id()).held()) {
            grant(badge.id(), badge.id(), named(cause.toString(), object), cause);
        }
    }

    /** Takes an object away as a ground for a badge, or revokes the badge for that object. */
    void withdraw(Badge badge, String object, Cause cause) {
        if (badge.perObject()) {
            withdraw(named(badge.id(), object), badge.id(), cause.toString(), cause);
        } else {
            withdraw(badge.id(), badge.id(), named(cause.toString(), object), cause);
        }
    }

    /** Ids of badges have no such sign, so that no two names are the same. */
    private static String named(String id, String object) {
        return id + "#" + object;
    }

    /**
     * Adds a ground.
     *
     * @param held what the member holds: the badge, or the badge for an object
     */
    private void grant(String held, String badge, String ground, Cause cause) {
        BadgeState state = draft.badge(held);
        if (state.grounds().contains(ground)) {
            return;
        }
        Set<String> grounds = new HashSet<>(state.grounds());
        grounds.add(ground);
        int times = state.held() ? state.times() : state.times() + 1;
        draft.badge(held, new BadgeState(grounds, times));
        if (!state.held()) {
            effects.add(effect(held, badge, times, Change.ISSUED, cause));
        }
    }

    private void withdraw(String held, String badge, String ground, Cause cause) {
        BadgeState state = draft.badge(held);
        if (!state.grounds().contains(ground)) {
            return;
        }
        Set<String> grounds = new HashSet<>(state.grounds());
        grounds.remove(ground);
        draft.badge(held, new BadgeState(grounds, state.times()));
        if (grounds.isEmpty()) {
            effects.add(effect(held, badge, state.times(), Change.REVOKED, cause));
        }
    }

    private BadgeEffect effect(String held, String badge, int nth, Change change, Cause cause) {
        return new BadgeEffect(ids.badge(held, nth, change), badge, change, cause);
    }
}
