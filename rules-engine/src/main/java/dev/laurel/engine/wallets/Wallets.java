package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.ActivityEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.PointsEffect.Shortfall;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.events.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says under which terms points of a program's wallets are given and taken. */
public final class Wallets {

    private final Map<String, Wallet> particular;
    private final List<Wallet> sliding;
    private final Map<String, Activation> activations;
    private final ZoneId zone;

    /**
     * @param wallets the program's
     * @param activations what events activate points, by their types
     * @param zone the program's
     */
    public Wallets(List<Wallet> wallets, Map<String, Activation> activations, ZoneId zone) {
        this.particular =
                wallets.stream()
                        .filter(wallet ->
                                !wallet.validity().equals(Validity.ALWAYS)
                                        || wallet.overdraft() != Shortfall.ALLOW)
                        .collect(Collectors.toUnmodifiableMap(Wallet::id, Function.identity()));
        this.sliding =
                wallets.stream()
                        .filter(wallet -> wallet.validity().expiry() instanceof Expiry.Inactivity)
                        .toList();
        this.activations = Map.copyOf(activations);
        this.zone = zone;
    }

    /** Whether points that rules give for events of a type wait for another event in any wallet. */
    public boolean awaits(String type) {
        return particular.values().stream().anyMatch(wallet -> waits(wallet, type) != null);
    }

    /** What of a wallet's points that rules gave for events of a type is waited for. */
    private @Nullable Wait waits(Wallet wallet, String type) {
        Wait wait = wallet.validity().awaited();
        Activation by = wait == null ? null : activations.get(wait.until());
        return by != null && by.of().equals(type) ? wait : null;
    }

    /**
     * The same effects with their terms, for the time of the event or of its reversal.
     *
     * @param activated since when events that had come before have activated what it gives, by
     *     their types
     */
    public List<PointsEffect> under(
            List<PointsEffect> effects, Event event, Map<String, Instant> activated) {
        if (particular.isEmpty() || effects.isEmpty()) {
            return effects;
        }
        List<PointsEffect> under = new ArrayList<>(effects.size());
        for (PointsEffect effect : effects) {
            under.add(under(effect, event, activated));
        }
        return under;
    }

    private PointsEffect under(PointsEffect effect, Event event, Map<String, Instant> activated) {
        Wallet wallet = particular.get(effect.wallet());
        if (wallet == null) {
            return effect;
        }
        if (effect.points() < 0) {
            return effect.with(wallet.overdraft());
        }
        Validity validity = wallet.validity();
        if (effect.reversal() != null) {
            return effect.with(validity.term(effect.reversal().time(), zone));
        }
        Wait wait = effect.cause().kind() == Cause.Kind.RULE ? waits(wallet, event.type()) : null;
        return effect.with(
                wait == null
                        ? validity.term(event.time(), zone)
                        : validity.waiting(wait, event.time(), activated.get(wait.until()), zone));
    }

    /**
     * The term that an event gives to points that another one gave.
     *
     * @param of the type of the other one
     * @return {@code null} where they don't wait for it
     */
    public @Nullable Term activated(String wallet, String of, Event by) {
        Wallet known = particular.get(wallet);
        Wait wait = known == null ? null : waits(known, of);
        return known == null || wait == null || !wait.until().equals(by.type())
                ? null
                : known.validity().activated(wait, by.time(), zone);
    }

    /** What a member's event keeps from expiring. No event is later than when it is heard of. */
    public List<ActivityEffect> activities(Event event) {
        Instant at =
                event.time().isAfter(event.recordedTime()) ? event.recordedTime() : event.time();
        List<ActivityEffect> activities = new ArrayList<>();
        for (Wallet wallet : sliding) {
            Instant until = wallet.validity().slides(event.type(), at, zone);
            if (until != null) {
                activities.add(new ActivityEffect(wallet.id(), at, until));
            }
        }
        return activities;
    }
}
