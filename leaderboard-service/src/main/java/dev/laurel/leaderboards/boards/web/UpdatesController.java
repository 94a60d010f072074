package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.web.Watcher.Sight;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A board as server-sent events. Each event is the whole of what is to be seen, so none has to be
 * made up for: who comes back with the id of the last one gets the next that differs from it.
 */
@RestController
class UpdatesController {

    /** Shorter than what proxies wait for an answer to end: clients come back by themselves. */
    private static final Duration LIFE = Duration.ofSeconds(25);

    private final Lookup lookup;
    private final Watching watching;
    private final Clock clock;

    UpdatesController(Lookup lookup, Watching watching, Clock clock) {
        this.lookup = lookup;
        this.watching = watching;
        this.clock = clock;
    }

    @GetMapping(
            path = "/v1/programs/{program}/leaderboards/{leaderboard}/updates",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter updates(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Top.DEFAULT) Top top,
            @RequestParam(required = false) @Nullable String own,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        return watch(new Sight(program, leaderboard, period, top.value(), false), own, last);
    }

    /** As anybody may see it; {@code own} is known to who asks. */
    @GetMapping(
            path = "/v1/programs/{program}/public/leaderboards/{leaderboard}/updates",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter publicUpdates(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Top.DEFAULT) Top top,
            @RequestParam(required = false) @Nullable String own,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        return watch(new Sight(program, leaderboard, period, top.value(), true), own, last);
    }

    private SseEmitter watch(Sight sight, @Nullable String own, @Nullable String last) {
        ProgramBoards boards = lookup.program(sight.program());
        Board board = lookup.board(boards, sight.leaderboard());
        lookup.period(boards, board, sight.period());
        SseEmitter emitter = new SseEmitter(LIFE.multipliedBy(2).toMillis());
        Watcher watcher = new Watcher(sight, own, last, clock.instant().plus(LIFE), emitter);
        emitter.onCompletion(() -> watching.remove(watcher));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> watching.remove(watcher));
        watching.add(watcher);
        return emitter;
    }
}
