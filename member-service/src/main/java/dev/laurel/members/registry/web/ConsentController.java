package dev.laurel.members.registry.web;

import dev.laurel.members.registry.Consent;
import dev.laurel.members.registry.ConsentChange;
import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members;
import dev.laurel.members.registry.Registration;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a member agreed to, with when and where. It is written with the member. */
@RestController
@RequestMapping("/v1/programs/{program}/members/{member}/consents")
class ConsentController {

    private final MemberPaths paths;
    private final Members members;

    ConsentController(MemberPaths paths, Members members) {
        this.paths = paths;
        this.members = members;
    }

    record ConsentsView(Map<String, Consent> consents) {}

    /**
     * @param given {@code null} from when on nothing was said of it any more
     */
    record ConsentChangeView(
            String name,
            @Nullable Boolean given,
            @Nullable Instant at,
            @Nullable String source,
            Instant toldAt) {

        private static ConsentChangeView of(ConsentChange change) {
            Consent consent = change.consent();
            return consent == null
                    ? new ConsentChangeView(change.name(), null, null, null, change.toldAt())
                    : new ConsentChangeView(
                            change.name(),
                            consent.given(),
                            consent.at(),
                            consent.source(),
                            change.toldAt());
        }
    }

    @GetMapping
    ConsentsView consents(@PathVariable String program, @PathVariable String member) {
        return new ConsentsView(find(paths.require(program, member)).consents());
    }

    /** From the newest. */
    @GetMapping("/history")
    Page<ConsentChangeView> history(
            @PathVariable String program,
            @PathVariable String member,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        MemberId id = paths.require(program, member);
        find(id);
        List<ConsentChange> found =
                members.consentHistory(
                        id,
                        cursor == null ? Long.MAX_VALUE : cursor.number(0),
                        cursor == null ? "" : cursor.text(1),
                        limit.plusOne());
        Page<ConsentChange> page =
                Page.of(found, limit, last -> Cursor.of(last.revision(), last.name()));
        return new Page<>(page.items().stream().map(ConsentChangeView::of).toList(), page.next());
    }

    private Registration find(MemberId id) {
        Registration found = members.find(id).orElseThrow(() -> MemberPaths.unknown(id));
        if (found.erased()) {
            throw MemberPaths.erased(id);
        }
        return found;
    }
}
