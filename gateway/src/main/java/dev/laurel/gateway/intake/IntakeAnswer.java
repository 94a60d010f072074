package dev.laurel.gateway.intake;

import java.util.List;

/**
 * Answer to a request with events, once the accepted ones are on disk.
 *
 * @param accepted how many were taken
 * @param rejected the others, each with its problem
 */
record IntakeAnswer(int accepted, List<RejectedEvent> rejected) {

    IntakeAnswer {
        rejected = List.copyOf(rejected);
    }
}
