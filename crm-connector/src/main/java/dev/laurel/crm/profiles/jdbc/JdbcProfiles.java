package dev.laurel.crm.profiles.jdbc;

import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Patch;
import dev.laurel.crm.profiles.Patches;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Profiles in PostgreSQL: three statements per batch, however many news it has. */
@Repository
class JdbcProfiles implements Profiles {

    private static final String COLUMNS =
            """
            program, member, wallets, badges, challenges, last_activity, revision, changed_at
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final ProfileRow row;
    private final Clock clock;

    JdbcProfiles(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.row = new ProfileRow(documents);
        this.clock = clock;
    }

    @Override
    public <T> void tell(Part<T> part, List<News<T>> news) {
        Map<Member, Mark> seen =
                lock(part, new TreeSet<>(news.stream().map(News::member).toList()));
        SortedMap<Member, Patch<T>> patches = Patches.of(news, seen);
        if (!patches.isEmpty()) {
            merge(part, patches);
        }
    }

    /** Locks in the order of the primary key, so that two batches cannot wait for each other. */
    private Map<Member, Mark> lock(Part<?> part, Collection<Member> members) {
        String[] programs = column(members, Member::program);
        String[] ids = column(members, Member::id);
        jdbc.sql(
                        """
                        INSERT INTO profile (program, member, changed_at)
                        SELECT program, member, ?::timestamptz
                        FROM unnest(?, ?) AS m (program, member)
                        ON CONFLICT DO NOTHING
                        """)
                .param(clock.instant().toString())
                .param(programs)
                .param(ids)
                .update();
        Map<Member, Mark> seen = HashMap.newHashMap(programs.length);
        jdbc.sql(
                        """
                        SELECT program, member, {part}_line AS line, {part}_mark AS mark
                        FROM profile
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        ORDER BY program, member
                        FOR UPDATE
                        """
                                .replace("{part}", part.name()))
                .param(programs)
                .param(ids)
                .query(row -> {
                    seen.put(
                            new Member(row.getString("program"), row.getString("member")),
                            new Mark(row.getInt("line"), row.getLong("mark")));
                });
        return seen;
    }

    private <T> void merge(Part<T> part, SortedMap<Member, Patch<T>> patches) {
        Collection<Patch<T>> values = patches.values();
        jdbc.sql(
                        """
                        UPDATE profile AS p
                        SET {part} = p.{part} || n.entries,
                            {part}_line = n.line,
                            {part}_mark = n.mark,
                            last_activity = greatest(p.last_activity, n.activity),
                            revision = p.revision + CASE WHEN {changed} THEN 1 ELSE 0 END,
                            changed_at = CASE WHEN {changed} THEN n.now ELSE p.changed_at END
                        FROM (SELECT *, ?::timestamptz AS now
                              FROM unnest(?, ?, ?, ?, ?::jsonb[], ?::timestamptz[])
                                   AS n (program, member, line, mark, entries, activity)) AS n
                        WHERE p.program = n.program AND p.member = n.member
                        """
                                .replace(
                                        "{changed}",
                                        """
                                        (p.{part} || n.entries, greatest(p.last_activity, n.activity))
                                        IS DISTINCT FROM (p.{part}, p.last_activity)
                                        """)
                                .replace("{part}", part.name()))
                .param(clock.instant().toString())
                .param(column(patches.keySet(), Member::program))
                .param(column(patches.keySet(), Member::id))
                .param(values.stream().mapToInt(patch -> patch.mark().line()).toArray())
                .param(values.stream().mapToLong(patch -> patch.mark().number()).toArray())
                .param(column(values, patch -> documents.write(patch.entries())))
                .param(activities(values))
                .update();
    }

    @Override
    public Optional<Profile> find(Member member) {
        return jdbc.sql(
                        "SELECT %s FROM profile WHERE program = ? AND member = ?"
                                .formatted(COLUMNS))
                .param(member.program())
                .param(member.id())
                .query(row)
                .optional();
    }

    @Override
    public List<Profile> page(String program, String behind, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s FROM profile WHERE program = ? AND member > ?
                        ORDER BY member LIMIT ?
                        """
                                .formatted(COLUMNS))
                .param(program)
                .param(behind)
                .param(limit)
                .query(row)
                .list();
    }

    @Override
    public long count(String program) {
        return jdbc.sql("SELECT count(*) FROM profile WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private static <T> @Nullable String[] activities(Collection<Patch<T>> patches) {
        @Nullable String[] activities = new @Nullable String[patches.size()];
        int place = 0;
        for (Patch<T> patch : patches) {
            Instant activity = patch.activity();
            activities[place++] = activity == null ? null : activity.toString();
        }
        return activities;
    }

    private static <R> String[] column(Collection<R> rows, Function<R, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
