package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Found;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Group;
import dev.laurel.leaderboards.leagues.Filling;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.Leagues;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The divisions of a board and their groups. */
@RestController
@RequestMapping("/v1/programs/{program}")
class LeaguesController {

    private final LeagueLookup lookup;
    private final Leagues leagues;
    private final PublicRows publicRows;

    LeaguesController(LeagueLookup lookup, Leagues leagues, PublicRows publicRows) {
        this.lookup = lookup;
        this.leagues = leagues;
        this.publicRows = publicRows;
    }

    /**
     * The divisions of a board in a period.
     *
     * @param state {@code live}, {@code provisional} or {@code sealed}
     * @param open whether members enter groups, or did
     * @param size how many members a group has at most
     * @param promote how many of a full group go one division up
     * @param relegate how many of a full group go one division down
     * @param divisions from the lowest to the highest
     */
    record LeaguesView(
            String leaderboard,
            String period,
            String state,
            boolean open,
            int size,
            int promote,
            int relegate,
            List<DivisionView> divisions) {}

    /**
     * @param members how many have entered
     * @param groups how many groups they are
     */
    record DivisionView(String division, int members, int groups) {}

    /**
     * A group of a division.
     *
     * @param promoted how many of its places go one division up, as things are
     * @param relegated how many go one division down
     * @param items its places in order
     */
    record GroupView(
            String leaderboard,
            String period,
            String state,
            String division,
            int group,
            int promoted,
            int relegated,
            List<?> items) {

        static GroupView of(Found found, Group group, List<?> items) {
            return new GroupView(
                    found.board().id(),
                    found.periodName(),
                    found.life().word(),
                    group.division(),
                    group.number(),
                    group.zones().up(),
                    group.zones().down(),
                    items);
        }
    }

    @GetMapping("/leaderboards/{leaderboard}/leagues")
    LeaguesView leagues(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period) {
        Found found = lookup.find(program, leaderboard, period);
        Divisions divisions = found.divisions();
        League league = found.league();
        return new LeaguesView(
                found.board().id(),
                found.periodName(),
                found.life().word(),
                league != null,
                divisions.size(),
                divisions.promote(),
                divisions.relegate(),
                views(divisions, league == null ? List.of() : leagues.fillings(league)));
    }

    @GetMapping("/leaderboards/{leaderboard}/leagues/{division}/groups/{group}")
    GroupView group(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String division,
            @PathVariable int group,
            @RequestParam(required = false) @Nullable String period) {
        Found found = lookup.find(program, leaderboard, period);
        Group chosen = lookup.group(found, division, group);
        return GroupView.of(found, chosen, LeagueRow.of(found, chosen));
    }

    /** As anybody may see it. */
    @GetMapping("/public/leaderboards/{leaderboard}/leagues/{division}/groups/{group}")
    GroupView publicGroup(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String division,
            @PathVariable int group,
            @RequestParam(required = false) @Nullable String period) {
        Found found = lookup.find(program, leaderboard, period);
        Group chosen = lookup.group(found, division, group);
        List<PublicRow> rows = publicRows.of(found.ranking(), chosen.standings());
        return GroupView.of(found, chosen, PublicLeagueRow.of(chosen, rows));
    }

    private static List<DivisionView> views(Divisions divisions, List<Filling> fillings) {
        return IntStream.rangeClosed(0, divisions.highest())
                .mapToObj(level -> {
                    int members =
                            fillings.stream()
                                    .filter(each -> each.level() == level)
                                    .mapToInt(Filling::members)
                                    .sum();
                    return new DivisionView(
                            divisions.name(level),
                            members,
                            Math.ceilDiv(members, divisions.size()));
                })
                .toList();
    }
}
