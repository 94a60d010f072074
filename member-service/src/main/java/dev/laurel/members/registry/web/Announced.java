package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Members;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Holds an answer back until the rules can read what was changed, so that whoever has the answer
 * can send events that depend on it.
 */
@Component
public class Announced {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Members members;

    Announced(Members members) {
        this.members = members;
    }

    /** Also after a change that changed nothing: an earlier answer may have given up waiting. */
    public void await() {
        if (!members.awaitAnnounced()) {
            throw new Problem(
                            CommonProblem.UNAVAILABLE,
                            "The change is stored, but the broker does not have it yet, so events may still be decided without it. Send it again to wait for it.")
                    .retryAfter(RETRY_AFTER);
        }
    }
}
