package dev.laurel.badges.awards.jdbc;

import static java.util.stream.Collectors.groupingBy;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.AwardChange;
import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.Effect;
import dev.laurel.badges.awards.HistoryEntry;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.MemberBadges;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.awards.Status;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards in PostgreSQL: five statements per batch, however many effects it has. */
@Repository
class JdbcAwards implements Awards {

    private static final String AWARD_COLUMNS =
            """
            id, program, member, badge, status, times, first_issued_at, changed_at,
            cause_kind, cause_id, decision, version
            """;

    private final JdbcClient jdbc;
    private final AwardWriter writer;

    JdbcAwards(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.writer = new AwardWriter(jdbc);
    }

    @Override
    public List<AwardChange> apply(List<Effect> effects) {
        if (effects.isEmpty()) {
            return List.of();
        }
        HolderColumns holders =
                HolderColumns.of(new TreeSet<>(effects.stream().map(Effect::holder).toList()));
        Map<Holder, Long> sequences = lock(holders);
        Set<UUID> fresh = takeIn(effects);
        Map<Holder, List<Award>> awards = awardsOf(holders);

        Map<Holder, MemberBadges> collections = new TreeMap<>();
        for (Effect effect : effects) {
            if (fresh.remove(effect.id())) {
                collections
                        .computeIfAbsent(
                                effect.holder(),
                                holder ->
                                        new MemberBadges(
                                                sequences.getOrDefault(holder, 0L),
                                                awards.getOrDefault(holder, List.of())))
                        .apply(effect);
            }
        }
        List<AwardChange> changes =
                collections.values().stream().flatMap(each -> each.changes().stream()).toList();
        writer.write(changes);
        return changes;
    }

    @Override
    public void meet(SortedSet<Holder> members) {
        HolderColumns met = HolderColumns.of(members);
        jdbc.sql(
                        """
                        INSERT INTO member (program, member)
                        SELECT program, member FROM unnest(?, ?) AS h (program, member)
                        ON CONFLICT DO NOTHING
                        """)
                .param(met.programs())
                .param(met.members())
                .update();
    }

    @Override
    public long members(String program) {
        return jdbc.sql("SELECT count(*) FROM member WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    /** Locks in the order of the primary key, so that two batches cannot wait for each other. */
    private Map<Holder, Long> lock(HolderColumns holders) {
        Map<Holder, Long> sequences = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT program, member, sequence FROM member
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        ORDER BY program, member
                        FOR UPDATE
                        """)
                .param(holders.programs())
                .param(holders.members())
                .query(row -> {
                    sequences.put(
                            new Holder(row.getString("program"), row.getString("member")),
                            row.getLong("sequence"));
                });
        return sequences;
    }

    /** Notes the effects in the inbox and returns those that were not there yet. */
    private Set<UUID> takeIn(List<Effect> effects) {
        String[] ids = effects.stream().map(each -> each.id().toString()).toArray(String[]::new);
        return new HashSet<>(
                jdbc.sql(
                                """
                                INSERT INTO inbox (effect)
                                SELECT DISTINCT effect FROM unnest(?::uuid[]) AS e (effect)
                                ON CONFLICT DO NOTHING
                                RETURNING effect
                                """)
                        .param(ids)
                        .query(UUID.class)
                        .list());
    }

    private Map<Holder, List<Award>> awardsOf(HolderColumns holders) {
        return jdbc
                .sql(
                        """
                        SELECT %s FROM award
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        """
                                .formatted(AWARD_COLUMNS))
                .param(holders.programs())
                .param(holders.members())
                .query(AwardRow::read)
                .list()
                .stream()
                .collect(groupingBy(Award::holder));
    }

    @Override
    public Optional<PublicAward> find(UUID publicId) {
        return jdbc.sql(
                        "SELECT public_id, %s FROM award WHERE public_id = ?"
                                .formatted(AWARD_COLUMNS))
                .param(publicId)
                .query(AwardRow::readPublic)
                .optional();
    }

    @Override
    public List<PublicAward> of(Holder holder, boolean revoked, @Nullable Place behind, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(holder.program(), holder.member()));
        StringBuilder where = new StringBuilder("program = ? AND member = ?");
        if (!revoked) {
            where.append(" AND status = ?");
            parameters.add(Status.ISSUED.name());
        }
        if (behind != null) {
            where.append(" AND (changed_at < ? OR changed_at = ? AND badge > ?)");
            Timestamp changedAt = Timestamp.from(behind.changedAt());
            parameters.addAll(List.of(changedAt, changedAt, behind.badge()));
        }
        parameters.add(limit);
        return jdbc.sql(
                        """
                        SELECT public_id, %s FROM award WHERE %s
                        ORDER BY changed_at DESC, badge
                        LIMIT ?
                        """
                                .formatted(AWARD_COLUMNS, where))
                .params(parameters)
                .query(AwardRow::readPublic)
                .list();
    }

    @Override
    public List<HistoryEntry> history(
            Holder holder, String badge, @Nullable Long behind, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT c.sequence, c.status, c.cause_kind, c.cause_id, c.decision,
                                   c.version, c.happened_at, c.recorded_at,
                                   coalesce(c.times > lag(c.times, 1, 0) OVER (ORDER BY c.sequence),
                                            c.status = 'ISSUED') AS gained
                            FROM award a JOIN award_change c ON c.award = a.id
                            WHERE a.program = ? AND a.member = ? AND a.badge = ?) AS h
                        WHERE sequence < ?
                        ORDER BY sequence DESC
                        LIMIT ?
                        """)
                .params(
                        holder.program(),
                        holder.member(),
                        badge,
                        behind == null ? Long.MAX_VALUE : behind,
                        limit)
                .query(AwardRow::readChange)
                .list();
    }

    @Override
    public Map<String, Long> holders(String program) {
        Map<String, Long> holders = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT badge, count(*) AS holders FROM award
                        WHERE program = ? AND status = 'ISSUED'
                        GROUP BY badge
                        """)
                .param(program)
                .query(row -> {
                    holders.put(row.getString("badge"), row.getLong("holders"));
                });
        return holders;
    }
}
