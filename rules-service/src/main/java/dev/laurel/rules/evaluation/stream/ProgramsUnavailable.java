package dev.laurel.rules.evaluation.stream;

import org.apache.kafka.streams.errors.StreamsException;

/** The published programs could not be read: nothing is decided until they can. */
final class ProgramsUnavailable extends StreamsException {

    private static final long serialVersionUID = 1L;

    ProgramsUnavailable(String message) {
        super(message);
    }
}
