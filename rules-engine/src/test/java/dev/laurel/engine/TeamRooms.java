package dev.laurel.engine;

import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.teams.Contributors;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.teams.TeamResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The teams of a host in memory. */
final class TeamRooms {

    private final Consumer<TeamNews> members;
    private final Map<String, byte[]> states = new TreeMap<>();
    private final Map<String, Map<ChallengeKey, Set<String>>> contributors = new HashMap<>();
    private final Mail mail;

    TeamRooms(Consumer<TeamNews> members, Mail mail) {
        this.members = members;
        this.mail = mail;
    }

    void hear(Program program, List<TeamContribution> contributions) {
        for (TeamContribution each : contributions) {
            byte[] message = TeamMessages.encode(each);
            mail.send(
                    each.member() + " to " + each.team(),
                    () -> add(program, TeamMessages.contribution(message)));
        }
    }

    private void add(Program program, TeamContribution contribution) {
        String team = contribution.team();
        Map<ChallengeKey, Set<String>> known =
                contributors.computeIfAbsent(team, unknown -> new HashMap<>());
        TeamResult result = Engine.contribute(program, state(team), new Known(known), contribution);
        states.put(team, MemberStateCodec.encode(result.state()));
        result.joined()
                .forEach(joined ->
                        known.computeIfAbsent(joined.challenge(), key -> new TreeSet<>())
                                .add(joined.member()));
        for (TeamNews news : result.news()) {
            byte[] message = TeamMessages.encode(news);
            mail.send(
                    team + " to " + news.member(),
                    () -> members.accept(TeamMessages.news(message)));
        }
    }

    MemberState state(String team) {
        byte[] bytes = states.get(team);
        return bytes == null ? MemberState.EMPTY : MemberStateCodec.decode(bytes);
    }

    /** What teams have done, and how often they have completed what. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new TreeMap<>();
        for (String team : states.keySet()) {
            MemberState state = state(team);
            summary.put("team " + team + " metrics", new HashMap<>(state.metrics()));
            Map<ChallengeKey, Integer> standing = new HashMap<>();
            state.challenges()
                    .forEach((key, kept) -> {
                        if (kept.standing() > 0) {
                            standing.put(key, kept.standing());
                        }
                    });
            summary.put("team " + team + " completed", standing);
        }
        return summary;
    }

    private record Known(Map<ChallengeKey, Set<String>> members) implements Contributors {

        @Override
        public boolean has(ChallengeKey challenge, String member) {
            return of(challenge).contains(member);
        }

        @Override
        public Collection<String> of(ChallengeKey challenge) {
            return new ArrayList<>(members.getOrDefault(challenge, Set.of()));
        }
    }
}
