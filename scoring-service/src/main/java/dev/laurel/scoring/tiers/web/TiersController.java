package dev.laurel.scoring.tiers.web;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Census;
import dev.laurel.scoring.tiers.Prospects;
import dev.laurel.scoring.tiers.TierChange;
import dev.laurel.scoring.tiers.Tiers;
import dev.laurel.tiers.Ladder;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members' tiers, now and before. */
@RestController
class TiersController {

    private final KnownLadders ladders;
    private final Tiers tiers;
    private final Prospects prospects;
    private final Census census;
    private final Clock clock;

    TiersController(
            KnownLadders ladders, Tiers tiers, Prospects prospects, Census census, Clock clock) {
        this.ladders = ladders;
        this.tiers = tiers;
        this.prospects = prospects;
        this.census = census;
        this.clock = clock;
    }

    /**
     * The program's tiers, from low to high, with how many members have each.
     *
     * @param at the beginning of a day, its night done; now if not given
     */
    @GetMapping("/v1/programs/{program}/tiers")
    LadderView ladder(
            @PathVariable String program, @RequestParam(required = false) @Nullable LocalDate at) {
        Ladder ladder = ladders.check(program);
        Map<String, Long> members =
                at == null ? census.latest(program) : census.asOf(program, ladder, at);
        return LadderView.of(program, ladder, members);
    }

    /** Where the member stands now; an unknown member stands where everybody begins. */
    @GetMapping("/v1/programs/{program}/members/{member}/tier")
    TierView tier(@PathVariable String program, @PathVariable String member) {
        Ladder ladder = ladders.check(program, member);
        return TierView.of(
                member, ladder, prospects.of(ladder, new Member(program, member), clock.instant()));
    }

    /** What the member was told, newest first. */
    @GetMapping("/v1/programs/{program}/members/{member}/tiers")
    Page<ChangeView> changes(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        ladders.check(program, member);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        List<TierChange> found =
                tiers.changes(new Member(program, member), before, limit.plusOne());
        return Page.of(
                found.stream().map(ChangeView::of).toList(),
                limit,
                last -> Cursor.of(last.revision()));
    }
}
