package dev.laurel.sandbox.http;

import java.util.HashSet;
import java.util.Set;

/** Tokens that were handed out and are still good. Safe for concurrent use. */
public final class Sessions {

    private final String prefix;
    private final Set<String> good = new HashSet<>();
    private long granted;

    /**
     * @param prefix of all tokens
     */
    public Sessions(String prefix) {
        this.prefix = prefix;
    }

    public synchronized String grant() {
        String token = prefix + ++granted;
        good.add(token);
        return token;
    }

    public synchronized boolean isGood(Call call) {
        String header = call.header("Authorization").orElse("");
        return header.startsWith("Bearer ") && good.contains(header.substring("Bearer ".length()));
    }

    public synchronized void expireAll() {
        good.clear();
    }

    /** How many there were so far. */
    public synchronized long granted() {
        return granted;
    }
}
