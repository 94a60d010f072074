package dev.laurel.rules.evaluation.stream;

import org.jspecify.annotations.Nullable;

/** A record's value with where it is to go. */
sealed interface Emission {

    byte @Nullable [] value();

    /** To the decisions. */
    @SuppressWarnings("ArrayRecordComponent") // travels between two nodes, is never compared
    record Decided(byte[] value) implements Emission {}

    /** To the dead letters. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record Dead(byte @Nullable [] value) implements Emission {}

    /** To the events. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record Announced(byte[] value) implements Emission {}

    /** To a team. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record Contributed(byte[] value) implements Emission {}

    /** To a list of who was first. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record Claimed(byte[] value) implements Emission {}

    /** To a member of a team, or to one who asked for a place. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record News(byte[] value) implements Emission {}

    /** To another beneficiary. */
    @SuppressWarnings("ArrayRecordComponent") // see above
    record Elsewhere(byte[] value) implements Emission {}
}
