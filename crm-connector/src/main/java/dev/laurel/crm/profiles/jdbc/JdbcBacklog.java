package dev.laurel.crm.profiles.jdbc;

import dev.laurel.crm.profiles.Backlog;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Patches;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The backlog in PostgreSQL: an insert per batch and program. What profiles would refuse is refused
 * here already, so that nothing gets stuck later.
 */
@Repository
class JdbcBacklog implements Backlog {

    private final JdbcClient jdbc;
    private final KeptNews keptNews;

    JdbcBacklog(JdbcClient jdbc, KeptNews keptNews) {
        this.jdbc = jdbc;
        this.keptNews = keptNews;
    }

    /**
     * Reads the table of connections and so holds it until the end of the transaction, like those
     * who note what is due: a connection that is added meanwhile waits. Batches of one partition
     * follow one another, so that each sees what those before it have put here.
     */
    @Override
    public Set<String> upToDate(Part<?> part, Collection<String> programs) {
        return new LinkedHashSet<>(
                jdbc.sql(
                                """
                                SELECT n.program FROM unnest(?) AS n (program)
                                WHERE EXISTS (
                                    SELECT FROM connection c WHERE c.program = n.program)
                                  AND NOT EXISTS (
                                    SELECT FROM backlog b
                                    WHERE b.program = n.program AND b.part = ANY (?))
                                """)
                        .param(programs.toArray(String[]::new))
                        .param(part.together().toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    @Override
    public <T> void put(Part<T> part, String program, List<News<T>> news, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO backlog (program, part, news, latest, put_at)
                        SELECT ?, ?, ?, max(activity), ?::timestamptz
                        FROM unnest(?::timestamptz[]) AS n (activity)
                        """)
                .param(program)
                .param(part.name())
                .param(keptNews.write(Patches.of(news)))
                .param(now.toString())
                .param(
                        news.stream()
                                .map(News::activity)
                                .filter(Objects::nonNull)
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .update();
    }

    private record Row(long id, String part) {}

    @Override
    public Optional<Some<?>> take(String program, int batches) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('backlog ' || ?, 0))")
                .param(program)
                .query((_, _) -> program)
                .single();
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT id, part FROM backlog
                                WHERE program = ? AND part = (
                                    SELECT part FROM backlog WHERE program = ? ORDER BY part LIMIT 1)
                                ORDER BY id LIMIT ?
                                """)
                        .params(program, program, batches)
                        .query((row, _) -> new Row(row.getLong("id"), row.getString("part")))
                        .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long[] ids = rows.stream().mapToLong(Row::id).toArray();
        Some<?> some = some(Part.named(rows.getFirst().part()), program, ids);
        jdbc.sql("DELETE FROM backlog WHERE id = ANY (?)").param(ids).update();
        return Optional.of(some);
    }

    private <T> Some<T> some(Part<T> part, String program, long[] ids) {
        return new Some<>(
                part,
                jdbc
                        .sql("SELECT news FROM backlog WHERE id = ANY (?) ORDER BY id")
                        .param(ids)
                        .query((row, _) -> keptNews.read(row.getBytes("news"), part, program))
                        .list()
                        .stream()
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public List<String> due(Instant before) {
        return jdbc.sql(
                        """
                        SELECT program FROM backlog b
                        GROUP BY program
                        HAVING min(put_at) < ?::timestamptz
                            OR EXISTS (SELECT FROM connection c WHERE c.program = b.program)
                        """)
                .param(before.toString())
                .query((row, _) -> row.getString("program"))
                .list();
    }
}
