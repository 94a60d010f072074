package dev.laurel.rules.simulations;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.util.Map;

/** Where the events of a simulation come from. */
public interface EventFeed {

    /** Takes events in the order of their arrival. */
    interface Taker {

        void accept(Event event);

        /** Something that the platform would refuse whatever the program is. */
        void refuse(String reason);

        /**
         * Says how far it is.
         *
         * @throws Unwanted when nobody wants to hear more
         */
        void progress(long done, long total);
    }

    /** Nobody wants the result any more. */
    final class Unwanted extends RuntimeException {}

    /** What the registry says of the program's members, by id. */
    Map<String, Member> members();

    /** Hands all of them over. */
    void read(Taker taker);
}
