package dev.laurel.crm.profiles.jdbc;

import static dev.laurel.crm.sql.Columns.column;
import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Patch;
import dev.laurel.crm.profiles.Patches;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Profiles in PostgreSQL: one statement per batch, however many news it has. */
@Repository
class JdbcProfiles implements Profiles {

    private static final String COLUMNS =
            """
            program, member, wallets, badges, challenges, streaks, tier, last_activity, revision,
            changed_at
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

    /**
     * In the order of the primary key, so that two batches cannot wait for each other. What was
     * taken in before may come again, but only with everything that came after it: its entries are
     * absolute, so the newest mark alone says whether there is anything new.
     */
    @Override
    public <T> void tell(Part<T> part, List<News<T>> news) {
        SortedMap<Member, Patch<T>> patches = Patches.of(news);
        if (patches.isEmpty()) {
            return;
        }
        Collection<Patch<T>> values = patches.values();
        jdbc.sql(
                        """
                        INSERT INTO profile AS p
                            (program, member, {part}, {part}_line, {part}_mark, last_activity,
                             revision, changed_at)
                        SELECT program, member, entries, line, mark, activity, 1, ?::timestamptz
                        FROM unnest(?, ?, ?, ?, ?::jsonb[], ?::timestamptz[])
                             AS n (program, member, line, mark, entries, activity)
                        ON CONFLICT (program, member) DO UPDATE
                        SET {part} = p.{part} || excluded.{part},
                            {part}_line = excluded.{part}_line,
                            {part}_mark = excluded.{part}_mark,
                            last_activity = greatest(p.last_activity, excluded.last_activity),
                            revision = p.revision + CASE WHEN {changed} THEN 1 ELSE 0 END,
                            changed_at =
                                CASE WHEN {changed} THEN excluded.changed_at ELSE p.changed_at END
                        WHERE p.{part}_line <> excluded.{part}_line
                           OR p.{part}_mark < excluded.{part}_mark
                        """
                                .replace(
                                        "{changed}",
                                        """
                                        (p.{part} || excluded.{part},
                                         greatest(p.last_activity, excluded.last_activity))
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

    /** Rows that somebody else holds are left for another time: they may be about to change. */
    @Override
    public SortedSet<Member> endStreaks(Instant now, int limit) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                WITH ended AS (
                                    SELECT program, member FROM profile WHERE streak_ends <= :now
                                    ORDER BY streak_ends LIMIT :limit FOR UPDATE SKIP LOCKED)
                                UPDATE profile p
                                SET streaks = (
                                        SELECT jsonb_object_agg(
                                            s.key,
                                            CASE WHEN (s.value ->> 'endsAt')::timestamptz <= :now
                                                THEN s.value || '{"length": 0, "endsAt": null}'
                                                ELSE s.value END)
                                        FROM jsonb_each(p.streaks) s),
                                    revision = p.revision + 1,
                                    changed_at = :now
                                FROM ended
                                WHERE p.program = ended.program AND p.member = ended.member
                                RETURNING p.program, p.member
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("limit", limit)
                        .query((ended, _) ->
                                new Member(ended.getString("program"), ended.getString("member")))
                        .list());
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
    public Map<String, Profile> find(String program, Collection<String> members) {
        return jdbc
                .sql(
                        "SELECT %s FROM profile WHERE program = ? AND member = ANY (?)"
                                .formatted(COLUMNS))
                .param(program)
                .param(members.toArray(String[]::new))
                .query(row)
                .list()
                .stream()
                .collect(toMap(profile -> profile.member().id(), profile -> profile));
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
}
