package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.PointsEffect.Shortfall;
import dev.laurel.engine.events.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says under which terms points of a program's wallets are given and taken. */
public final class Wallets {

    private final Map<String, Wallet> particular;
    private final ZoneId zone;

    /**
     * @param wallets the program's
     * @param zone the program's
     */
    public Wallets(List<Wallet> wallets, ZoneId zone) {
        this.particular =
                wallets.stream()
                        .filter(wallet ->
                                !wallet.validity().equals(Validity.ALWAYS)
                                        || wallet.overdraft() != Shortfall.ALLOW)
                        .collect(Collectors.toUnmodifiableMap(Wallet::id, Function.identity()));
        this.zone = zone;
    }

    /** The same effects with their terms, for the time of the event or of its reversal. */
    public List<PointsEffect> under(List<PointsEffect> effects, Event event) {
        return particular.isEmpty()
                ? effects
                : effects.stream().map(effect -> under(effect, event)).toList();
    }

    private PointsEffect under(PointsEffect effect, Event event) {
        Wallet wallet = particular.get(effect.wallet());
        if (wallet == null) {
            return effect;
        }
        if (effect.points() < 0) {
            return effect.with(wallet.overdraft());
        }
        Instant time = effect.reversal() == null ? event.time() : effect.reversal().time();
        return effect.with(wallet.validity().term(time, zone));
    }
}
