package dev.laurel.rules.explanations;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The other instances of this service. */
public interface Peers {

    /** The header of a request that comes from another instance: it is not passed on again. */
    String FORWARDED = "Laurel-Forwarded";

    /** What came of asking. */
    sealed interface Reply {

        /**
         * What the instance says, whatever its status.
         *
         * @param headers by name
         */
        record Answered(int status, Map<String, List<String>> headers, String body)
                implements Reply {}

        /**
         * Nothing came.
         *
         * @param reason a sentence
         */
        record Silent(String reason) implements Reply {}
    }

    /**
     * Posts a question to an instance, which does not pass it on once more.
     *
     * @param instance its address
     * @param target path and query, encoded
     * @param headers of the request as it came, by name
     * @param patience how long the answer may take, to the end of its body
     */
    Reply ask(
            URI instance,
            String target,
            Map<String, List<String>> headers,
            byte[] body,
            Duration patience);
}
