package dev.laurel.rules.evaluation.stream;

import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.teams.Contributors;
import dev.laurel.engine.teams.TeamResult;
import dev.laurel.engine.teams.TeamResult.Joined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is kept about teams, in the stores of one task: {@value #TEAMS} by {@code program/team}, and
 * {@value #CONTRIBUTORS}, an entry for each member by that, challenge, occurrence and member with a
 * NUL between.
 */
final class TeamStore {

    static final String TEAMS = "teams";
    static final String CONTRIBUTORS = "contributors";

    private static final byte[] THERE = {};

    private final KeyValueStore<String, byte[]> teams;
    private final KeyValueStore<String, byte[]> contributors;

    TeamStore(ProcessorContext<?, ?> context) {
        this.teams = context.getStateStore(TEAMS);
        this.contributors = context.getStateStore(CONTRIBUTORS);
    }

    MemberState state(String key) {
        byte[] bytes = teams.get(key);
        return bytes == null ? MemberState.EMPTY : MemberStateCodec.decode(bytes);
    }

    Contributors contributors(String key) {
        return new Contributors() {
            @Override
            public boolean has(ChallengeKey challenge, String member) {
                return contributors.get(prefix(key, challenge) + member) != null;
            }

            @Override
            public Collection<String> of(ChallengeKey challenge) {
                return members(prefix(key, challenge));
            }
        };
    }

    private Collection<String> members(String prefix) {
        List<String> members = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found =
                contributors.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(each -> members.add(each.key.substring(prefix.length())));
        }
        return members;
    }

    /** Writes what a contribution changed. */
    void keep(String key, TeamResult result) {
        teams.put(key, MemberStateCodec.encode(result.state()));
        for (Joined joined : result.joined()) {
            contributors.put(prefix(key, joined.challenge()) + joined.member(), THERE);
        }
    }

    private static String prefix(String key, ChallengeKey challenge) {
        return key + '\0' + challenge.challenge() + '\0' + challenge.occurrence() + '\0';
    }
}
