package dev.laurel.crm.vendor.http;

import dev.laurel.crm.vendor.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of one connection: one is kept while it is good, and fetched by one caller while
 * the others wait for it. Safe for concurrent use.
 */
public final class Tokens {

    private final Supplier<Answer<Grant>> source;
    private final Clock clock;
    private @Nullable Grant grant;
    private Instant until = Instant.MIN;

    /**
     * @param source asks the vendor for a new one
     */
    public Tokens(Supplier<Answer<Grant>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * What a vendor granted.
     *
     * @param token never printed
     * @param base where it may be used
     * @param user whom it speaks for, in the vendor's words
     * @param life how long it is good
     */
    public record Grant(String token, URI base, String user, Duration life) {

        @Override
        public String toString() {
            return "Grant[" + base + "]";
        }
    }

    /** A token that is good as far as is known. */
    public synchronized Answer<Grant> get() {
        Grant kept = grant;
        if (kept != null && clock.instant().isBefore(until)) {
            return new Answer.Given<>(kept, null);
        }
        Answer<Grant> answer = source.get();
        if (answer instanceof Answer.Given<Grant>(Grant fresh, var _)) {
            grant = fresh;
            until = clock.instant().plus(fresh.life());
        }
        return answer;
    }

    /** Forgets a token that the vendor did not take, unless there is a newer one already. */
    public synchronized void discard(Grant dead) {
        if (dead.equals(grant)) {
            grant = null;
        }
    }
}
