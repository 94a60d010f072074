package dev.laurel.members.registry.web;

import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members;
import dev.laurel.members.registry.Members.Changed;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members join challenges and leave them. Both may be repeated and change nothing then. */
@RestController
@RequestMapping("/v1/programs/{program}/members/{member}/challenges/{challenge}/enrolment")
class EnrolmentController {

    private final MemberPaths paths;
    private final Members members;
    private final Announced announced;

    EnrolmentController(MemberPaths paths, Members members, Announced announced) {
        this.paths = paths;
        this.members = members;
        this.announced = announced;
    }

    /**
     * @param joinedAt what happened before does not count
     */
    record EnrolmentView(String challenge, Instant joinedAt) {}

    @PostMapping
    ResponseEntity<EnrolmentView> join(
            @PathVariable String program,
            @PathVariable String member,
            @PathVariable String challenge) {
        MemberId id = paths.require(program, member);
        paths.requireChallenge(program, challenge);
        Changed changed =
                members.change(
                        id,
                        (before, now) -> {
                            if (before.erased()) {
                                throw MemberPaths.erased(id);
                            }
                            return before.with(before.profile().enrolled(challenge, now));
                        });
        announced.await();
        boolean fresh = !changed.before().profile().enrolments().containsKey(challenge);
        Instant joinedAt =
                Objects.requireNonNull(changed.after().profile().enrolments().get(challenge));
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new EnrolmentView(challenge, joinedAt));
    }

    /** Also from a challenge that the program no longer has. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable String program,
            @PathVariable String member,
            @PathVariable String challenge) {
        MemberId id = paths.require(program, member);
        if (members.find(id).isPresent()) {
            members.change(id, (before, _) -> before.with(before.profile().withdrawn(challenge)));
        }
        announced.await();
    }
}
