package dev.laurel.rules.journal.web;

import dev.laurel.rules.journal.ChallengeList;
import dev.laurel.rules.journal.MemberProgress;
import dev.laurel.rules.journal.Teams;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Versions;
import dev.laurel.rules.programs.web.KnownPrograms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/programs/{program}/teams/{team}")
class TeamController {

    private final KnownPrograms programs;
    private final Versions versions;
    private final Teams teams;
    private final Clock clock;

    TeamController(KnownPrograms programs, Versions versions, Teams teams, Clock clock) {
        this.programs = programs;
        this.versions = versions;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * A team's challenges.
     *
     * @param items those challenges of the live version that teams do, at zero while nobody has
     *     contributed: the journal knows no teams but those of contributors
     */
    record TeamsChallenges(List<ChallengeView> items) {}

    @GetMapping("/challenges")
    TeamsChallenges challenges(
            @PathVariable String program,
            @PathVariable String team,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        programs.require(program);
        Map<String, Object> document =
                versions.live(program).map(ProgramVersion::document).orElse(Map.of());
        MemberProgress progress =
                new MemberProgress(teams.find(program, team), Map.of(), Instant.EPOCH);
        return new TeamsChallenges(
                ChallengeList.ofTeams(document, progress, today(document), languages).stream()
                        .map(ChallengeView::of)
                        .toList());
    }

    private LocalDate today(Map<String, Object> document) {
        ZoneId zone =
                document.get("timeZone") instanceof String text ? ZoneId.of(text) : ZoneOffset.UTC;
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
