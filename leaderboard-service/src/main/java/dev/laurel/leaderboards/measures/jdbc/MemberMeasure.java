package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.scores.Participant;

/** A measure of one member. */
record MemberMeasure(Participant participant, String measure) {}
