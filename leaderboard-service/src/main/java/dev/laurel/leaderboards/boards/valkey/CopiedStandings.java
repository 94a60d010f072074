package dev.laurel.leaderboards.boards.valkey;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.boards.valkey.CopyReader.Lost;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Standings out of copies where they can be trusted, and out of PostgreSQL otherwise. */
final class CopiedStandings implements Standings {

    private static final Logger log = LoggerFactory.getLogger(CopiedStandings.class);

    private final Standings database;
    private final Trust trust;
    private final CopyReader reader;

    CopiedStandings(Standings database, Trust trust, CopyReader reader) {
        this.database = database;
        this.trust = trust;
        this.reader = reader;
    }

    @Override
    public List<Standing> page(Ranking ranking, @Nullable Place behind, int limit) {
        return behind == null
                ? pageFrom(ranking, 1, limit)
                : either(
                        ranking,
                        copy -> reader.behind(copy, ranking.ties(), behind, limit),
                        () -> database.page(ranking, behind, limit));
    }

    @Override
    public List<Standing> pageFrom(Ranking ranking, long position, int limit) {
        return either(
                ranking,
                copy -> reader.from(copy, ranking.ties(), position, limit),
                () -> database.pageFrom(ranking, position, limit));
    }

    @Override
    public Optional<Standing> of(Ranking ranking, String member) {
        return either(
                ranking,
                copy -> reader.around(copy, ranking.ties(), member, 0).map(Vicinity::own),
                () -> database.of(ranking, member));
    }

    @Override
    public Optional<Vicinity> around(Ranking ranking, String member, int neighbours) {
        return either(
                ranking,
                copy -> reader.around(copy, ranking.ties(), member, neighbours),
                () -> database.around(ranking, member, neighbours));
    }

    @Override
    public List<Standing> among(Ranking ranking, Collection<String> members) {
        return either(
                ranking,
                copy ->
                        numbered(
                                ranking.ties(),
                                reader.places(copy, members.stream().distinct().toList())),
                () -> database.among(ranking, members));
    }

    @Override
    public Optional<Period> latest(Book book, Calendar calendar, String member) {
        return database.latest(book, calendar, member);
    }

    private <T> T either(Ranking ranking, Function<Copy, T> copied, Supplier<T> stored) {
        Optional<Copy> copy = trust.find(ranking);
        if (copy.isPresent()) {
            try {
                return copied.apply(copy.get());
            } catch (Lost | JedisException e) {
                log.debug("PostgreSQL has to answer", e);
            }
        }
        return stored.get();
    }

    private static List<Standing> numbered(Ties ties, List<Standing> places) {
        List<Standing> numbered = new ArrayList<>(places.size());
        for (Standing each : places) {
            numbered.add(
                    new Standing(
                            numbered.size() + 1L, each.member(), each.score(), each.reachedAt()));
        }
        return CopyReader.ranked(numbered, ties, 0);
    }
}
