package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Amendment;
import dev.laurel.members.registry.Contact;
import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members;
import dev.laurel.members.registry.Members.Changed;
import dev.laurel.members.registry.Registration;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One member. A shop that keeps its members elsewhere writes without {@code If-Match}, and the last
 * write counts; with it, or with {@code If-None-Match: *}, nobody overwrites what he has not seen.
 */
@RestController
@RequestMapping("/v1/programs/{program}/members/{member}")
class MemberController {

    private final MemberPaths paths;
    private final Members members;
    private final Announced announced;

    MemberController(MemberPaths paths, Members members, Announced announced) {
        this.paths = paths;
        this.members = members;
        this.announced = announced;
    }

    /** What is left out is gone, but for the contact and the challenges joined. */
    @PutMapping
    ResponseEntity<AttributesView> put(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestHeader HttpHeaders request) {
        return answer(
                paths.require(program, member),
                request,
                (before, now) -> before.saying(Statements.read(body, now), now));
    }

    /** A merge patch of what {@link #put} takes; it may be the first that is said of a member. */
    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<AttributesView> patch(
            @PathVariable String program,
            @PathVariable String member,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestHeader HttpHeaders request) {
        return answer(
                paths.require(program, member),
                request,
                (before, now) -> before.saying(Statements.merged(before, body, now), now));
    }

    @GetMapping("/attributes")
    ResponseEntity<AttributesView> attributes(
            @PathVariable String program, @PathVariable String member) {
        Registration found = find(paths.require(program, member));
        return ResponseEntity.ok().eTag(tag(found)).body(AttributesView.of(found));
    }

    /** Not for everybody who may see members, and for nobody's cache. */
    @GetMapping("/contact")
    ResponseEntity<Contact> contact(@PathVariable String program, @PathVariable String member) {
        Registration found = find(paths.require(program, member));
        return ResponseEntity.ok()
                .eTag(tag(found))
                .cacheControl(CacheControl.noStore())
                .body(found.contact());
    }

    private ResponseEntity<AttributesView> answer(
            MemberId id, HttpHeaders request, Amendment amendment) {
        Changed changed =
                members.change(
                        id,
                        (before, now) -> {
                            requireKept(before);
                            requireSeen(before, request);
                            return amendment.apply(before, now);
                        });
        announced.await();
        Registration after = changed.after();
        return ResponseEntity.status(
                        changed.before().isRegistered() ? HttpStatus.OK : HttpStatus.CREATED)
                .eTag(tag(after))
                .body(AttributesView.of(after));
    }

    private Registration find(MemberId id) {
        Registration found = members.find(id).orElseThrow(() -> MemberPaths.unknown(id));
        requireKept(found);
        return found;
    }

    private static void requireKept(Registration member) {
        if (member.erased()) {
            throw MemberPaths.erased(member.id());
        }
    }

    private static void requireSeen(Registration before, HttpHeaders request) {
        String ifMatch = request.getFirst(HttpHeaders.IF_MATCH);
        if (ifMatch != null && !before.isRegistered()) {
            throw new Problem(
                    CommonProblem.STALE,
                    "Expected If-Match on a registered member only, but this one is not.");
        }
        if (ifMatch != null) {
            EntityTag.ofRevision(before.revision()).requireMatch(ifMatch);
        }
        if (before.isRegistered() && "*".equals(request.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            throw new Problem(
                    CommonProblem.STALE,
                    "Expected a member who is not registered yet (If-None-Match: *), but '%s' is."
                            .formatted(before.id().member()));
        }
    }

    private static String tag(Registration member) {
        return EntityTag.ofRevision(member.revision()).toString();
    }
}
