package dev.laurel.scoring.accounts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.accounts.Accounts;
import dev.laurel.scoring.accounts.OpenLot;
import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.Place;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which points can be used from when until when. */
@RestController
class LotsController {

    private final Accounts accounts;
    private final KnownPrograms programs;

    LotsController(Accounts accounts, KnownPrograms programs) {
        this.accounts = accounts;
        this.programs = programs;
    }

    /**
     * @param lot its id, that of the posting that gave it
     * @param given how many points were given
     * @param pending how many can't be used yet
     * @param open how many can be used
     * @param held how many are reserved
     * @param earnedAt when what they were given for happened
     * @param activatesAt from when on they can be used; absent while only an event can say
     * @param until the type of the event that activates them if it comes earlier, of those pending
     * @param expiresAt until when; absent for ever, and while {@code activatesAt} is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LotView(
            UUID lot,
            String wallet,
            long given,
            long pending,
            long open,
            long held,
            Instant earnedAt,
            @Nullable Instant activatesAt,
            @Nullable String until,
            @Nullable Instant expiresAt) {

        static LotView of(OpenLot open) {
            Lot lot = open.lot();
            return new LotView(
                    lot.id(),
                    open.wallet(),
                    lot.given(),
                    lot.in(Place.PENDING),
                    lot.in(Place.OPEN),
                    lot.in(Place.HELD),
                    lot.earned(),
                    lot.term().isActivating() ? lot.term().activates() : null,
                    lot.in(Place.PENDING) > 0 ? lot.term().until() : null,
                    lot.term().expires());
        }
    }

    /** Those with points left, the first to expire first. */
    @GetMapping("/v1/programs/{program}/members/{member}/lots")
    Page<LotView> lots(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String wallet,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        programs.check(program);
        Accounts.Place after =
                cursor == null
                        ? Accounts.Place.FIRST
                        : new Accounts.Place(cursor.instant(0), cursor.uuid(1));
        List<OpenLot> found = accounts.lots(program, member, wallet, after, limit.plusOne());
        return Page.of(
                found.stream().map(LotView::of).toList(),
                limit,
                last ->
                        Cursor.of(
                                last.expiresAt() == null ? Accounts.Place.NEVER : last.expiresAt(),
                                last.lot()));
    }
}
