package dev.laurel.leaderboards.boards.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.intake.NotReadyException;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows boards to those who watch them: one look a second at each board that somebody watches,
 * whatever happened meanwhile.
 */
@Component
class Watching implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);

    private final Lookup lookup;
    private final Standings standings;
    private final PublicRows publicRows;
    private final JsonMapper json;
    private final Clock clock;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Who is slow to take what is sent keeps nobody else waiting. */
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    Watching(
            Lookup lookup,
            Standings standings,
            PublicRows publicRows,
            JsonMapper json,
            Clock clock) {
        this.lookup = lookup;
        this.standings = standings;
        this.publicRows = publicRows;
        this.json = json;
        this.clock = clock;
    }

    private record Seen(Board board, Period period, Life life, Ranking ranking, List<?> top) {}

    void add(Watcher watcher) {
        watchers.add(watcher);
        if (!running) {
            watcher.end();
        }
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** Looks may overlap: nobody is shown two at a time. */
    @Scheduled(fixedRateString = "${laurel.boards.show-every:1s}")
    void look() {
        Map<Watcher.Sight, List<Watcher>> bySight =
                watchers.stream().collect(Collectors.groupingBy(Watcher::sight));
        bySight.forEach((sight, all) -> {
            try {
                Seen seen = see(sight);
                all.stream()
                        .filter(Watcher::take)
                        .forEach(watcher -> sending.execute(() -> show(watcher, seen)));
            } catch (DataAccessException | TransactionException | NotReadyException | Problem e) {
                log.debug("A board is not shown now", e);
            }
        });
    }

    /** Looks at a board. */
    private Seen see(Watcher.Sight sight) {
        ProgramBoards boards = lookup.program(sight.program());
        Board board = lookup.board(boards, sight.leaderboard());
        Period period = lookup.period(boards, board, sight.period());
        Life life = lookup.life(sight.program(), boards, board, period);
        Ranking ranking = lookup.ranking(sight.program(), board, period, life);
        List<Standing> top =
                standings.pageFrom(ranking, 1, sight.top()).stream().filter(board::shows).toList();
        return new Seen(board, period, life, ranking, rows(sight, ranking, top));
    }

    private void show(Watcher watcher, Seen seen) {
        try {
            String shown =
                    json.writeValueAsString(
                            new TopView(
                                    seen.board().id(),
                                    seen.board().nameOf(seen.period()),
                                    seen.life().word(),
                                    seen.top(),
                                    own(watcher, seen.ranking())));
            watcher.show(UUID.nameUUIDFromBytes(shown.getBytes(UTF_8)).toString(), shown);
            if (watcher.isOver(clock.instant())) {
                remove(watcher);
                watcher.end();
            }
        } catch (IOException | IllegalStateException gone) {
            remove(watcher);
        } catch (DataAccessException | TransactionException e) {
            log.debug("A board is not shown now", e);
        } finally {
            watcher.letGo();
        }
    }

    private @Nullable Object own(Watcher watcher, Ranking ranking) {
        String competitor = watcher.competitor();
        return competitor == null
                ? null
                : standings
                        .of(ranking, competitor)
                        .map(own -> rows(watcher.sight(), ranking, List.of(own)).getFirst())
                        .orElse(null);
    }

    private List<?> rows(Watcher.Sight sight, Ranking ranking, List<Standing> standing) {
        return sight.named()
                ? publicRows.of(ranking, standing)
                : standing.stream().map(each -> Row.of(ranking, each)).toList();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all answers before the web server waits for those that are under way. */
    @Override
    public void stop() {
        running = false;
        watchers.forEach(Watcher::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        sending.shutdown();
    }
}
