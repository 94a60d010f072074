package dev.laurel.badges.awards.web;

import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.HistoryEntry;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.Origin;
import dev.laurel.badges.awards.Status;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a member's badge and why, for the shop's staff. */
@RestController
class HistoryController {

    private final Awards awards;

    HistoryController(Awards awards) {
        this.awards = awards;
    }

    /**
     * One change.
     *
     * @param change {@code issued} or {@code revoked}
     * @param status what the award was after it: of a badge that is issued for several things one
     *     may be revoked while others stay
     * @param reason in words
     * @param decision where the evidence is: {@code GET …/members/{m}/decisions}
     * @param happenedAt time of the event behind it
     */
    record ChangeView(
            long sequence,
            String change,
            String status,
            String reason,
            AwardView.CauseView cause,
            UUID decision,
            int version,
            Instant happenedAt,
            Instant recordedAt) {

        static ChangeView of(HistoryEntry entry) {
            Origin origin = entry.origin();
            String kind = origin.causeKind().toLowerCase(Locale.ROOT);
            return new ChangeView(
                    entry.sequence(),
                    entry.change().name().toLowerCase(Locale.ROOT),
                    entry.status().name().toLowerCase(Locale.ROOT),
                    reason(entry.change(), kind, origin.causeId()),
                    new AwardView.CauseView(kind, origin.causeId()),
                    origin.decision(),
                    origin.version(),
                    origin.time(),
                    entry.recordedAt());
        }

        private static String reason(Status status, String kind, String id) {
            return switch (status) {
                case ISSUED -> "Earned by %s %s.".formatted(kind, id);
                case REVOKED -> "What %s %s gave no longer holds.".formatted(kind, id);
            };
        }
    }

    /** None for a badge that the member never had. */
    @GetMapping("/v1/programs/{program}/members/{member}/badges/{badge}/history")
    Page<ChangeView> history(
            @PathVariable String program,
            @PathVariable String member,
            @PathVariable String badge,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        return Page.of(
                awards
                        .history(
                                new Holder(program, member),
                                badge,
                                cursor == null ? null : cursor.number(0),
                                limit.plusOne())
                        .stream()
                        .map(ChangeView::of)
                        .toList(),
                limit,
                view -> Cursor.of(view.sequence()));
    }
}
