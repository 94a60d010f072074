package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Found;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Group;
import dev.laurel.leaderboards.leagues.Finish;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.Leagues;
import dev.laurel.leaderboards.leagues.Seat;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's way through the divisions of a board. */
@RestController
@RequestMapping("/v1/programs/{program}/leaderboards/{leaderboard}/members/{member}/league")
class MemberLeagueController {

    private final LeagueLookup lookup;
    private final Lookup boards;
    private final Leagues leagues;

    MemberLeagueController(LeagueLookup lookup, Lookup boards, Leagues leagues) {
        this.lookup = lookup;
        this.boards = boards;
        this.leagues = leagues;
    }

    /**
     * Where a member is in a period.
     *
     * @param state {@code live}, {@code provisional} or {@code sealed}
     * @param open whether members enter groups, or did
     * @param division the member's; without a group the one that the member enters next
     * @param group {@code null} for who has not scored, or while the league is not open
     * @param promoted how many of the group's places go one division up, as things are
     * @param relegated how many go one division down
     * @param own the member's place in the group, {@code null} for who is not on the board
     * @param items the group's places in order
     */
    record MemberLeagueView(
            String leaderboard,
            String period,
            String state,
            boolean open,
            String division,
            @Nullable Integer group,
            int promoted,
            int relegated,
            @Nullable LeagueRow own,
            List<LeagueRow> items) {}

    /**
     * A {@link Finish} in JSON.
     *
     * @param zone {@code promotion}, {@code safe} or {@code relegation}
     * @param next the division that the member went to
     */
    record FinishView(
            String period,
            String division,
            int group,
            long rank,
            BigDecimal score,
            String zone,
            String next) {

        static FinishView of(Finish finish) {
            return new FinishView(
                    finish.period(),
                    finish.league().divisions().name(finish.seat().level()),
                    finish.seat().group(),
                    finish.rank(),
                    finish.score(),
                    Words.of(finish.zone()),
                    finish.league().divisions().name(finish.levelAfter()));
        }
    }

    /** A part of a member's history. */
    record History(List<FinishView> items, @Nullable String next) {}

    @GetMapping
    MemberLeagueView league(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String period) {
        Found found = lookup.find(program, leaderboard, period);
        League league = found.league();
        Optional<Seat> seat = league == null ? Optional.empty() : leagues.seat(league, member);
        return league == null || seat.isEmpty()
                ? without(program, found, member)
                : with(found, lookup.group(found, league, seat.get()), member);
    }

    private MemberLeagueView without(String program, Found found, String member) {
        int next = leagues.next(program, found.board().id(), found.divisions(), member);
        return new MemberLeagueView(
                found.board().id(),
                found.periodName(),
                found.life().word(),
                found.league() != null,
                found.divisions().name(next),
                null,
                0,
                0,
                null,
                List.of());
    }

    private static MemberLeagueView with(Found found, Group group, String member) {
        List<LeagueRow> items = LeagueRow.of(found, group);
        return new MemberLeagueView(
                found.board().id(),
                found.periodName(),
                found.life().word(),
                true,
                group.division(),
                group.number(),
                group.zones().up(),
                group.zones().down(),
                items.stream()
                        .filter(each -> member.equals(each.place().member()))
                        .findFirst()
                        .orElse(null),
                items);
    }

    @GetMapping("/history")
    History history(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String member,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Board board = boards.board(boards.program(program), leaderboard);
        int before = cursor == null ? Integer.MAX_VALUE : Math.toIntExact(cursor.number(0));
        Page<Finish> page =
                Page.of(
                        leagues.finishes(program, board, member, before, limit.plusOne()),
                        limit,
                        finish -> Cursor.of(finish.league().id()));
        return new History(page.items().stream().map(FinishView::of).toList(), page.next());
    }
}
