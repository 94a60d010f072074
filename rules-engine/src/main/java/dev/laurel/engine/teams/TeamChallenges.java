package dev.laurel.engine.teams;

import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Progress;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.metrics.Metric;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The challenges of a program that teams complete. Immutable. */
public final class TeamChallenges {

    private final String program;
    private final Map<String, Challenge> challenges;
    private final Progress progress;

    /**
     * Of a program.
     *
     * @param program the program's id
     * @param challenges all its challenges
     * @param metrics its metrics by id
     */
    public TeamChallenges(String program, List<Challenge> challenges, Map<String, Metric> metrics) {
        this.program = program;
        this.challenges =
                challenges.stream()
                        .filter(Challenge::byTeam)
                        .collect(Collectors.toUnmodifiableMap(Challenge::id, each -> each));
        this.progress = new Progress(metrics);
    }

    public boolean isEmpty() {
        return challenges.isEmpty();
    }

    /** Whether teams complete a challenge. */
    public boolean has(String id) {
        return challenges.containsKey(id);
    }

    @Nullable Challenge find(String id) {
        return challenges.get(id);
    }

    Progress progress() {
        return progress;
    }

    EffectIds.Team ids(String team) {
        return new EffectIds.Team(program, team);
    }
}
