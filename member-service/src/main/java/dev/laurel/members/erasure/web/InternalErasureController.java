package dev.laurel.members.erasure.web;

import dev.laurel.members.erasure.Erasures;
import dev.laurel.members.registry.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erasures for the connector to the CRMs, which asks for those that it has not taken over and says
 * which it has taken and cleared; not routed by the gateway. A topic would not do: it forgets what
 * it was told to forget after a day.
 */
@RestController
@RequestMapping("/internal/erasures")
class InternalErasureController {

    private static final int SOME = 1_000;

    private final Erasures erasures;

    InternalErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    record ErasuresView(List<MemberId> members) {}

    record Progress(@Nullable List<MemberId> taken, @Nullable List<MemberId> cleared) {}

    @GetMapping("/untaken")
    ErasuresView untaken() {
        return new ErasuresView(erasures.untaken(SOME));
    }

    @PostMapping("/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(@RequestBody Progress progress) {
        if (progress.taken() != null) {
            erasures.taken(progress.taken());
        }
        if (progress.cleared() != null) {
            erasures.cleared(progress.cleared());
        }
    }
}
