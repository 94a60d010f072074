package dev.laurel.cloudevents;

import dev.laurel.contracts.events.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one event of an HTTP request. */
public sealed interface EventReading {

    /** Its place in the request, from 0. */
    int index();

    /**
     * A sound event, as far as it can be told without its program.
     *
     * @param index see {@link #index()}
     * @param event the event
     * @param dataBytes its data as JSON, for {@link KafkaEvents#toRecord}; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // goes into a ProducerRecord; never compared
    record Accepted(int index, Event event, byte[] dataBytes) implements EventReading {}

    /**
     * An event that cannot be taken.
     *
     * @param index see {@link #index()}
     * @param id its id, as far as it has one
     * @param problems all that is wrong with it, at least one
     */
    record Rejected(int index, @Nullable String id, List<FieldProblem> problems)
            implements EventReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
