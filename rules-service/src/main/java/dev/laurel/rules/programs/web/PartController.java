package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.Section;
import dev.laurel.rules.programs.document.CanonicalJson;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One part of a draft, such as a rule. Its tag changes with the part, not with the draft. */
@RestController
@RequestMapping("/v1/programs/{program}/draft/{section}/{id}")
class PartController {

    private final KnownPrograms known;
    private final Drafts drafts;
    private final DocumentBody bodies;

    PartController(KnownPrograms known, Drafts drafts, DocumentBody bodies) {
        this.known = known;
        this.drafts = drafts;
        this.bodies = bodies;
    }

    @GetMapping(produces = {DocumentBody.JSON, DocumentBody.YAML})
    ResponseEntity<byte[]> get(
            @PathVariable String program,
            @PathVariable String section,
            @PathVariable String id,
            @RequestHeader HttpHeaders request) {
        known.require(program);
        Draft draft = drafts.find(program).orElseThrow(() -> DraftController.noDraft(program));
        Map<String, Object> part =
                section(section).part(draft.document(), id).orElseThrow(() -> unknown(section, id));
        return bodies.answer(HttpStatus.OK, part, tagOf(part), request);
    }

    @PutMapping(
            consumes = {DocumentBody.JSON, DocumentBody.YAML},
            produces = {DocumentBody.JSON, DocumentBody.YAML})
    ResponseEntity<byte[]> put(
            @PathVariable String program,
            @PathVariable String section,
            @PathVariable String id,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders request) {
        known.require(program);
        Section parts = section(section);
        Map<String, Object> part = withId(id, bodies.read(body, request.getContentType()));
        AtomicBoolean replaced = new AtomicBoolean();
        drafts.change(
                program,
                found -> {
                    Map<String, Object> document = document(program, parts, found);
                    Optional<Map<String, Object>> old = parts.part(document, id);
                    old.ifPresent(present -> DocumentBody.requireSeen(tagOf(present), request));
                    replaced.set(old.isPresent());
                    return parts.with(document, id, part);
                });
        return bodies.answer(
                replaced.get() ? HttpStatus.OK : HttpStatus.CREATED, part, tagOf(part), request);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(
            @PathVariable String program,
            @PathVariable String section,
            @PathVariable String id,
            @RequestHeader HttpHeaders request) {
        known.require(program);
        Section parts = section(section);
        drafts.change(
                program,
                found -> {
                    Map<String, Object> document = document(program, parts, found);
                    Map<String, Object> part =
                            parts.part(document, id).orElseThrow(() -> unknown(section, id));
                    DocumentBody.requireSeen(tagOf(part), request);
                    return parts.without(document, id);
                });
        return ResponseEntity.noContent().build();
    }

    private static Section section(String name) {
        return Section.editable(name)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.NO_SUCH_ROUTE,
                                "Expected one of %s, but it was '%s'."
                                        .formatted(Section.EDITABLE, name)));
    }

    private static Map<String, Object> document(
            String program, Section section, Optional<Draft> found) {
        Map<String, Object> document =
                found.orElseThrow(() -> DraftController.noDraft(program)).document();
        if (section.isBroken(document)) {
            throw new Problem(
                    RulesProblem.BROKEN_SECTION,
                    "Expected '%s' of the draft to be a list, but it is not. Repair the draft first."
                            .formatted(section.name()));
        }
        return document;
    }

    /** The part begins with the id of the path, whether the body said it or not. */
    private static Map<String, Object> withId(String id, Map<String, Object> body) {
        Object said = body.get("id");
        if (said != null && !said.equals(id)) {
            String message =
                    "Expected the id '%s' of the path, but it was '%s'.".formatted(id, said);
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    message,
                    List.of(new Violation("/id", message, id)));
        }
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("id", id);
        part.putAll(body);
        part.put("id", Objects.requireNonNullElse(said, id));
        return part;
    }

    private static Problem unknown(String section, String id) {
        return new Problem(
                RulesProblem.UNKNOWN_PART,
                "Expected a part '%s' in '%s' of the draft, but there is none."
                        .formatted(id, section));
    }

    private static String tagOf(Map<String, Object> part) {
        return CanonicalJson.hash(part).substring(0, 32);
    }
}
