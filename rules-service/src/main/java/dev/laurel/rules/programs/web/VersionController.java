package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.MembersTouched;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Publication;
import dev.laurel.rules.programs.Publication.Misjudged;
import dev.laurel.rules.programs.Publication.Nothing;
import dev.laurel.rules.programs.Publication.Published;
import dev.laurel.rules.programs.Publication.Refused;
import dev.laurel.rules.programs.Publication.Unchanged;
import dev.laurel.rules.programs.Publishing;
import dev.laurel.rules.programs.Revising;
import dev.laurel.rules.programs.Versions;
import dev.laurel.web.Cursor;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/programs/{program}/versions")
class VersionController {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final KnownPrograms known;
    private final Versions versions;
    private final Publishing publishing;
    private final MembersTouched touched;

    VersionController(
            KnownPrograms known, Versions versions, Publishing publishing, MembersTouched touched) {
        this.known = known;
        this.versions = versions;
        this.publishing = publishing;
        this.touched = touched;
    }

    @PostMapping
    ResponseEntity<VersionSummary> publish(
            @PathVariable String program,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        known.require(program);
        return answer(
                publishing.publish(program, PublicationBody.choices(body)),
                () -> DraftController.noDraft(program));
    }

    @PostMapping("/{version}/restore")
    ResponseEntity<VersionSummary> restore(
            @PathVariable String program,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        known.require(program);
        return answer(
                publishing.restore(program, version, PublicationBody.choices(body)),
                () -> unknown(program, version));
    }

    @GetMapping
    Page<VersionSummary> list(
            @PathVariable String program,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        known.require(program);
        int below = cursor == null ? Integer.MAX_VALUE : Math.toIntExact(cursor.number(0));
        List<VersionSummary> found =
                versions.newestBelow(program, below, limit.plusOne()).stream()
                        .map(VersionSummary::of)
                        .toList();
        return Page.of(found, limit, last -> Cursor.of(last.version()));
    }

    @GetMapping("/{version}")
    ResponseEntity<VersionView> get(@PathVariable String program, @PathVariable int version) {
        known.require(program);
        ProgramVersion found =
                versions.find(program, version).orElseThrow(() -> unknown(program, version));
        return ResponseEntity.ok()
                .eTag(new EntityTag(found.hash()).toString())
                .body(VersionView.of(found));
    }

    private ResponseEntity<VersionSummary> answer(
            Publication publication, Supplier<Problem> nothing) {
        return switch (publication) {
            case Published(ProgramVersion version, Revising revising, boolean inForce) ->
                    answer(
                            HttpStatus.CREATED,
                            VersionSummary.of(
                                    version, MechanicView.of(revising, touched, version.program())),
                            inForce);
            case Unchanged(ProgramVersion version, boolean inForce) ->
                    answer(HttpStatus.OK, VersionSummary.of(version), inForce);
            case Refused(var findings) ->
                    throw new Problem(
                            RulesProblem.INVALID_PROGRAM,
                            "Expected a program without problems, but there are %d."
                                    .formatted(findings.problems().size()),
                            findings.problems().stream()
                                    .map(problem ->
                                            new Violation(
                                                    problem.pointer(),
                                                    problem.sentence(),
                                                    problem.expected()))
                                    .toList());
            case Misjudged(var problems) ->
                    throw new Problem(
                            RulesProblem.INVALID_CHOICE,
                            problems.getFirst().message(),
                            problems.stream()
                                    .map(problem ->
                                            new Violation(
                                                    problem.pointer(),
                                                    problem.message(),
                                                    problem.expected()))
                                    .toList());
            case Nothing() -> throw nothing.get();
        };
    }

    private static ResponseEntity<VersionSummary> answer(
            HttpStatus status, VersionSummary version, boolean inForce) {
        if (!inForce) {
            throw new Problem(
                            RulesProblem.NOT_IN_FORCE_YET,
                            "It is stored as version %d and will be in force when the broker is back."
                                    .formatted(version.version()))
                    .retryAfter(TRY_AGAIN_AFTER);
        }
        return ResponseEntity.status(status)
                .location(
                        URI.create(
                                "/v1/programs/%s/versions/%d"
                                        .formatted(version.program(), version.version())))
                .body(version);
    }

    private static Problem unknown(String program, int version) {
        return new Problem(
                RulesProblem.UNKNOWN_VERSION,
                "Expected a version of program '%s', but there is no %d."
                        .formatted(program, version));
    }
}
