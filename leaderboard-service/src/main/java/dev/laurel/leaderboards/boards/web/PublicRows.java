package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.roster.Names;
import dev.laurel.leaderboards.roster.Roster;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Places as anybody may see them. */
@Component
class PublicRows {

    private final Roster roster;
    private final Names names;

    PublicRows(Roster roster, Names names) {
        this.roster = roster;
        this.names = names;
    }

    /** Who is to be hidden by now still has a place on a sealed board, but no name. */
    List<PublicRow> of(Ranking ranking, List<Standing> standings) {
        if (ranking.book().byTeam()) {
            return standings.stream()
                    .map(each ->
                            new PublicRow(each.rank(), null, each.member(), score(ranking, each)))
                    .toList();
        }
        String program = ranking.book().program();
        List<String> members = standings.stream().map(Standing::member).toList();
        Set<String> hidden = roster.hidden(program, members);
        Map<String, String> named =
                names.of(
                        program,
                        members.stream().filter(member -> !hidden.contains(member)).toList());
        return standings.stream()
                .map(each ->
                        new PublicRow(
                                each.rank(), named.get(each.member()), null, score(ranking, each)))
                .toList();
    }

    private static BigDecimal score(Ranking ranking, Standing standing) {
        return ranking.book().shown(standing.score());
    }
}
