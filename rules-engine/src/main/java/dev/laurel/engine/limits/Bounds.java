package dev.laurel.engine.limits;

import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.wallets.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All limits and wallets of a program, to find those that a past award went through. */
public final class Bounds {

    private final Map<LimitKey, Long> caps = new HashMap<>();
    private final Map<String, Wallet> wallets;

    public Bounds(List<Wallet> wallets) {
        this.wallets =
                wallets.stream()
                        .collect(Collectors.toUnmodifiableMap(Wallet::id, Function.identity()));
    }

    /** Adds limits on a wallet. */
    public Bounds with(String wallet, List<Limit> limits) {
        limits.forEach(limit -> caps.put(limit.key(wallet, 0, ""), limit.most()));
        return this;
    }

    /** The present cap of a limit; where it is gone there is none. */
    long cap(LimitKey passed) {
        return caps.getOrDefault(passed.at(0).of(""), Long.MAX_VALUE);
    }

    @Nullable Wallet wallet(String id) {
        return wallets.get(id);
    }
}
