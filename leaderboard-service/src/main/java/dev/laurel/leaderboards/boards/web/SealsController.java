package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.prizes.Winners;
import dev.laurel.leaderboards.prizes.Won;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.seals.Correction;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards that are final: what they were sealed as, and what came too late. */
@RestController
@RequestMapping("/v1/programs/{program}/leaderboards/{leaderboard}/seals")
class SealsController {

    private final Lookup lookup;
    private final Seals seals;
    private final Standings standings;
    private final Winners winners;

    SealsController(Lookup lookup, Seals seals, Standings standings, Winners winners) {
        this.lookup = lookup;
        this.seals = seals;
        this.standings = standings;
        this.winners = winners;
    }

    /**
     * A {@link Seal} in JSON.
     *
     * @param of the wallet whose points counted
     * @param by {@code member} or {@code team}
     * @param ties {@code first-to-reach} or {@code shared}
     * @param sha256 of the canonical form, see docs/boards.md
     */
    record SealView(
            String program,
            String leaderboard,
            String period,
            String of,
            String by,
            String ties,
            Instant periodEnd,
            Instant sealedAt,
            long size,
            String sha256) {

        static SealView of(Seal seal) {
            return new SealView(
                    seal.book().program(),
                    seal.leaderboard(),
                    seal.period(),
                    seal.book().of(),
                    seal.book().byTeam() ? "team" : "member",
                    Words.of(seal.ties()),
                    seal.periodEnd(),
                    seal.sealedAt(),
                    seal.size(),
                    seal.sha256());
        }
    }

    /** A {@link Correction} in JSON. */
    record CorrectionView(
            UUID posting,
            String competitor,
            BigDecimal points,
            String cause,
            @Nullable UUID decision,
            Instant time,
            Instant bookedAt,
            Instant countedAt) {

        static CorrectionView of(Seal seal, Correction correction) {
            return new CorrectionView(
                    correction.posting(),
                    correction.competitor(),
                    seal.book().shown(correction.points()),
                    correction.cause(),
                    correction.decision(),
                    correction.time(),
                    correction.bookedAt(),
                    correction.countedAt());
        }
    }

    /**
     * A {@link Won} in JSON.
     *
     * @param event the id of the event that told of it, whose source is leaderboard-service
     */
    record PrizeView(
            long rank,
            String member,
            BigDecimal score,
            Map<String, Long> points,
            @Nullable String badge,
            UUID event) {

        static PrizeView of(Seal seal, Won won) {
            return new PrizeView(
                    won.rank(),
                    won.member(),
                    seal.book().shown(won.score()),
                    won.points(),
                    won.badge(),
                    won.event());
        }
    }

    /** A part of a list. */
    record Items<T>(List<T> items, @Nullable String next) {}

    @GetMapping
    Items<SealView> list(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Board board = lookup.board(lookup.program(program), leaderboard);
        int after = cursor == null ? 0 : Math.toIntExact(cursor.number(0));
        Page<Seal> page =
                Page.of(
                        seals.of(program, board, after, limit.plusOne()),
                        limit,
                        seal -> Cursor.of(seal.id()));
        return new Items<>(page.items().stream().map(SealView::of).toList(), page.next());
    }

    @GetMapping("/{period}")
    SealView seal(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String period) {
        return SealView.of(find(program, leaderboard, period).seal());
    }

    /** All places, also beyond what the board shows. */
    @GetMapping("/{period}/places")
    Items<Row> places(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String period,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Found found = find(program, leaderboard, period);
        Page<Standing> page =
                Page.of(
                        standings.page(
                                found.ranking(),
                                cursor == null ? null : PlaceCursor.read(cursor),
                                limit.plusOne()),
                        limit,
                        PlaceCursor::of);
        return new Items<>(
                page.items().stream().map(each -> Row.of(found.ranking(), each)).toList(),
                page.next());
    }

    @GetMapping("/{period}/corrections")
    Items<CorrectionView> corrections(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String period,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Seal seal = find(program, leaderboard, period).seal();
        Page<Correction> page =
                Page.of(
                        seals.corrections(
                                seal, cursor == null ? 0 : cursor.number(0), limit.plusOne()),
                        limit,
                        correction -> Cursor.of(correction.number()));
        return new Items<>(
                page.items().stream().map(each -> CorrectionView.of(seal, each)).toList(),
                page.next());
    }

    @GetMapping("/{period}/prizes")
    Items<PrizeView> prizes(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String period,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Seal seal = find(program, leaderboard, period).seal();
        Page<Won> page =
                Page.of(
                        winners.of(seal, cursor == null ? 0 : cursor.number(0), limit.plusOne()),
                        limit,
                        won -> Cursor.of(won.number()));
        return new Items<>(
                page.items().stream().map(each -> PrizeView.of(seal, each)).toList(), page.next());
    }

    private record Found(Seal seal, Ranking ranking) {}

    private Found find(String program, String leaderboard, String name) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period period = lookup.period(boards, board, name);
        Seal seal =
                seals.find(program, board, period)
                        .orElseThrow(() ->
                                new Problem(
                                        BoardProblem.NOT_SEALED,
                                        "Expected a period of board '%s' that is sealed, but '%s' is not."
                                                .formatted(board.id(), name)));
        Ranking ranking = board.ranking(program, period);
        return new Found(seal, ranking.under(seal.id(), seal.book(), seal.ties()));
    }
}
