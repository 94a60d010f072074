package dev.laurel.engine;

import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.wallets.Wallet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** A program that can be published. Immutable, for any number of threads. */
public final class Program {

    private final String id;
    private final String name;
    private final ZoneId zone;
    private final Duration lateness;
    private final List<Wallet> wallets;
    private final List<Leaderboard> leaderboards;

    Program(
            String id,
            String name,
            ZoneId zone,
            Duration lateness,
            List<Wallet> wallets,
            List<Leaderboard> leaderboards) {
        this.id = id;
        this.name = name;
        this.zone = zone;
        this.lateness = lateness;
        this.wallets = wallets;
        this.leaderboards = leaderboards;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Where days, weeks, months and years begin. */
    public ZoneId zone() {
        return zone;
    }

    /** How long after it happened an event still counts, unless it was imported. */
    public Duration lateness() {
        return lateness;
    }

    public List<Wallet> wallets() {
        return wallets;
    }

    public List<Leaderboard> leaderboards() {
        return leaderboards;
    }
}
