package dev.laurel.rules.journal.web;

import dev.laurel.rules.journal.ChallengeList;
import dev.laurel.rules.journal.Decisions;
import dev.laurel.rules.journal.Decisions.Place;
import dev.laurel.rules.journal.MemberProgress;
import dev.laurel.rules.journal.Progress;
import dev.laurel.rules.journal.StoredDecision;
import dev.laurel.rules.journal.StreakList;
import dev.laurel.rules.journal.TeamView;
import dev.laurel.rules.journal.Teams;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Versions;
import dev.laurel.rules.programs.web.KnownPrograms;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

@RestController
@RequestMapping("/v1/programs/{program}/members/{member}")
class MemberController {

    private final KnownPrograms programs;
    private final Versions versions;
    private final Decisions decisions;
    private final Progress progress;
    private final Teams teams;
    private final Clock clock;

    MemberController(
            KnownPrograms programs,
            Versions versions,
            Decisions decisions,
            Progress progress,
            Teams teams,
            Clock clock) {
        this.programs = programs;
        this.versions = versions;
        this.decisions = decisions;
        this.progress = progress;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * A member's challenges.
     *
     * @param items all challenges of the live version
     * @param lastActivity time of the latest event that was decided for the member, but for what
     *     the platform itself tells of
     */
    record Challenges(List<ChallengeView> items, Instant lastActivity) {}

    /**
     * A member's streaks.
     *
     * @param items all streaks of the live version, as they stand now
     * @param lastActivity time of the latest event that was decided for the member, but for what
     *     the platform itself tells of
     */
    record Streaks(List<StreakView> items, Instant lastActivity) {}

    @GetMapping("/decisions")
    Page<RawValue> decisions(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        programs.require(program);
        Place after = cursor == null ? null : new Place(cursor.instant(0), cursor.uuid(1));
        Page<StoredDecision> page =
                Page.of(
                        decisions.ofMember(program, member, after, limit.plusOne()),
                        limit,
                        last -> Cursor.of(last.eventTime(), last.id()));
        return new Page<>(page.items().stream().map(MemberController::raw).toList(), page.next());
    }

    @GetMapping("/challenges")
    Challenges challenges(
            @PathVariable String program,
            @PathVariable String member,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        programs.require(program);
        Optional<ProgramVersion> live = versions.live(program);
        MemberProgress found = TeamView.of(program, find(program, member, live), teams);
        Map<String, Object> document = document(live);
        return new Challenges(
                ChallengeList.of(document, found, today(document), languages).stream()
                        .map(ChallengeView::of)
                        .toList(),
                found.lastActivity());
    }

    private LocalDate today(Map<String, Object> document) {
        ZoneId zone =
                document.get("timeZone") instanceof String text ? ZoneId.of(text) : ZoneOffset.UTC;
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    @GetMapping("/streaks")
    Streaks streaks(@PathVariable String program, @PathVariable String member) {
        programs.require(program);
        Optional<ProgramVersion> live = versions.live(program);
        MemberProgress found = find(program, member, live);
        return new Streaks(
                StreakList.of(document(live), found, clock.instant()).stream()
                        .map(StreakView::of)
                        .toList(),
                found.lastActivity());
    }

    private MemberProgress find(String program, String member, Optional<ProgramVersion> live) {
        return progress.find(program, member)
                .orElseThrow(() -> unknown(program, member))
                .since(live.map(ProgramVersion::revisions).orElse(Map.of()));
    }

    private static Map<String, Object> document(Optional<ProgramVersion> live) {
        return live.map(ProgramVersion::document).orElse(Map.of());
    }

    static RawValue raw(StoredDecision decision) {
        return new RawValue(decision.json());
    }

    private static Problem unknown(String program, String member) {
        return new Problem(
                JournalProblem.UNKNOWN_MEMBER,
                "Expected a member of program '%s' with a decision, but '%s' has none."
                        .formatted(program, member));
    }
}
