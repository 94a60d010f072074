package dev.laurel.rules.evaluation.stream;

import dev.laurel.engine.state.MemberState;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What is kept about teams, by this instance or another. */
interface TeamStates {

    /**
     * What is kept about a team.
     *
     * @param team as {@code program/team}
     * @throws InvalidStateStoreException when another process keeps it, or nobody does yet
     * @throws IllegalArgumentException when a newer version wrote it
     */
    MemberState ofTeam(String team);

    /**
     * Which other instance keeps a team, as far as this one knows: what it knows is as old as the
     * last time that tasks were handed out. Empty while that is going on, and where this instance
     * is the one.
     *
     * @param team as {@code program/team}
     */
    Optional<URI> keeperOfTeam(String team);
}
