package dev.laurel.crm.profiles.web;

import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.profiles.backlog.CatchUp;
import dev.laurel.crm.programs.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Profiles, one by one and all of a program, as of now. */
@RestController
class ProfileController {

    private final Profiles profiles;
    private final Programs programs;
    private final CatchUp catchUp;

    ProfileController(Profiles profiles, Programs programs, CatchUp catchUp) {
        this.profiles = profiles;
        this.programs = programs;
        this.catchUp = catchUp;
    }

    record CountView(long count) {}

    @GetMapping("/v1/programs/{program}/members/{member}/profile")
    ProfileView profile(@PathVariable String program, @PathVariable String member) {
        prepare(program);
        return profiles.find(new Member(program, member))
                .map(ProfileView::of)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_MEMBER,
                                "Expected a member of program '%s' with an event, but '%s' has none."
                                        .formatted(program, member)));
    }

    @GetMapping("/v1/programs/{program}/profiles")
    Page<ProfileView> page(
            @PathVariable String program,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        prepare(program);
        String behind = cursor == null ? "" : cursor.text(0);
        Page<Profile> page =
                Page.of(
                        profiles.page(program, behind, limit.plusOne()),
                        limit,
                        last -> Cursor.of(last.member().id()));
        return new Page<>(page.items().stream().map(ProfileView::of).toList(), page.next());
    }

    @GetMapping("/v1/programs/{program}/profiles/count")
    CountView count(@PathVariable String program) {
        prepare(program);
        return new CountView(profiles.count(program));
    }

    /** Who asks for profiles of a program without a connection has them brought up to date. */
    private void prepare(String program) {
        if (!programs.contains(program)) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but '%s' is none.".formatted(program));
        }
        catchUp.of(program);
    }
}
