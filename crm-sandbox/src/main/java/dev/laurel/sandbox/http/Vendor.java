package dev.laurel.sandbox.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What makes one CRM different from another. */
public interface Vendor {

    /**
     * Answers one call.
     *
     * @param half whether every other record of a batch is to fail with an error that passes
     */
    Reply answer(Call call, boolean half);

    /** How the vendor says that there were too many calls. */
    Reply throttled(@Nullable Duration retryAfter);

    /** Makes all tokens invalid that were handed out so far. */
    void expireTokens();
}
