package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.Changes;
import dev.laurel.rules.programs.DocumentCheck;
import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.Findings;
import dev.laurel.rules.programs.MembersTouched;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Revising;
import dev.laurel.rules.programs.Versions;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/programs/{program}/draft")
class DraftController {

    private final KnownPrograms known;
    private final Drafts drafts;
    private final Versions versions;
    private final DocumentCheck check;
    private final DocumentBody bodies;
    private final MembersTouched touched;

    DraftController(
            KnownPrograms known,
            Drafts drafts,
            Versions versions,
            DocumentCheck check,
            DocumentBody bodies,
            MembersTouched touched) {
        this.known = known;
        this.drafts = drafts;
        this.versions = versions;
        this.check = check;
        this.bodies = bodies;
        this.touched = touched;
    }

    @GetMapping(produces = {DocumentBody.JSON, DocumentBody.YAML})
    ResponseEntity<byte[]> get(@PathVariable String program, @RequestHeader HttpHeaders request) {
        Draft draft = require(program);
        return bodies.answer(HttpStatus.OK, draft.document(), draft.tag(), request);
    }

    @PutMapping(
            consumes = {DocumentBody.JSON, DocumentBody.YAML},
            produces = {DocumentBody.JSON, DocumentBody.YAML})
    ResponseEntity<byte[]> put(
            @PathVariable String program,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders request) {
        known.require(program);
        Map<String, Object> document = bodies.read(body, request.getContentType());
        requireSameProgram(program, document);
        Present present = new Present();
        Draft draft =
                drafts.change(
                        program,
                        found -> {
                            present.note(found);
                            found.ifPresent(old -> DocumentBody.requireSeen(old.tag(), request));
                            return document;
                        });
        return bodies.answer(present.status(), draft.document(), draft.tag(), request);
    }

    @PostMapping("/validate")
    Validation validate(@PathVariable String program) {
        Draft draft = require(program);
        Findings findings = check.check(draft.document());
        Optional<ProgramVersion> live = versions.live(program);
        Map<String, Object> older = live.map(ProgramVersion::document).orElse(Map.of());
        return Validation.of(
                findings,
                live.map(ProgramVersion::version).orElse(null),
                Changes.between(older, draft.document()),
                MechanicView.of(Revising.of(older, draft.document(), Map.of()), touched, program));
    }

    private Draft require(String program) {
        known.require(program);
        return drafts.find(program).orElseThrow(() -> noDraft(program));
    }

    static Problem noDraft(String program) {
        return new Problem(
                RulesProblem.NO_DRAFT,
                "Expected program '%s' to have a draft, but it has none yet.".formatted(program));
    }

    private static void requireSameProgram(String program, Map<String, Object> document) {
        if (!program.equals(document.get("program"))) {
            String message =
                    "Expected the document to be of program '%s', but it says '%s'."
                            .formatted(
                                    program, Objects.toString(document.get("program"), "nothing"));
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    message,
                    List.of(new Violation("/program", message, program)));
        }
    }

    /** Whether there was something before a change. */
    private static final class Present {

        private boolean present;

        void note(Optional<?> found) {
            present = found.isPresent();
        }

        HttpStatus status() {
            return present ? HttpStatus.OK : HttpStatus.CREATED;
        }
    }
}
