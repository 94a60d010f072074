package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.ChallengeDecision.StepProgress;
import dev.laurel.contracts.decisions.StreakDecision;
import dev.laurel.contracts.events.PlatformEvents;
import dev.laurel.rules.journal.MemberProgress;
import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import dev.laurel.rules.journal.MemberProgress.StreakProgress;
import dev.laurel.rules.journal.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ProgressTable implements Progress {

    private static final TypeReference<Map<String, ChallengeProgress>> CHALLENGES =
            new TypeReference<>() {};

    private static final TypeReference<Map<String, StreakProgress>> STREAKS =
            new TypeReference<>() {};

    private static final String ADVANCE =
            """
            INSERT INTO member_progress AS present (program, member, challenges, streaks, last_activity)
            SELECT program, member, challenges::jsonb, streaks::jsonb,
                   coalesce(last_activity, (
                       SELECT p.last_activity FROM member_progress p
                       WHERE p.program = news.program AND p.member = news.member), told)
            FROM unnest(?, ?, ?, ?, ?, ?)
                AS news (program, member, challenges, streaks, last_activity, told)
            ON CONFLICT (program, member) DO UPDATE
            SET challenges = present.challenges || excluded.challenges,
                streaks = present.streaks || excluded.streaks,
                last_activity = greatest(present.last_activity, excluded.last_activity)
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ProgressTable(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** What a batch says about one member. */
    private static final class News {

        private final MemberKey member;
        private final Map<String, ChallengeProgress> challenges = new HashMap<>();
        private final Map<String, StreakProgress> streaks = new HashMap<>();
        private @Nullable Instant lastActivity;
        private Instant told = Instant.MIN;

        News(MemberKey member) {
            this.member = member;
        }

        void add(JournalDecision decision) {
            for (ChallengeDecision challenge : decision.challenges()) {
                if (challenge.concernsNow()) {
                    challenges.put(challenge.challenge(), progress(challenge, decision.version()));
                }
            }
            for (StreakDecision streak : decision.streaks()) {
                streaks.put(streak.streak(), progress(streak, decision.version()));
            }
            Instant time = decision.event().time();
            told = latest(told, time);
            if (!PlatformEvents.isFrom(decision.event().source())) {
                lastActivity = lastActivity == null ? time : latest(lastActivity, time);
            }
        }

        private static Instant latest(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private static ChallengeProgress progress(ChallengeDecision challenge, int version) {
            return new ChallengeProgress(
                    challenge.steps().stream()
                            .collect(Collectors.toMap(StepProgress::step, StepProgress::after)),
                    challenge.completed(),
                    challenge.occurrence() == null ? null : challenge.occurrence().firstDay(),
                    challenge.completions(),
                    challenge.team() == null ? null : challenge.team().team(),
                    version,
                    place(challenge.place()));
        }

        private static @Nullable String place(ChallengeDecision.@Nullable Place place) {
            return place == null
                    ? null
                    : switch (place.outcome()) {
                        case ASKED -> "asked";
                        case WON -> "won";
                        case ALL_TAKEN -> "all-taken";
                        case GIVEN_UP -> null;
                    };
        }

        private static StreakProgress progress(StreakDecision streak, int version) {
            return new StreakProgress(
                    streak.after(),
                    streak.longest(),
                    streak.freezes(),
                    streak.since(),
                    streak.last(),
                    streak.deadlines(),
                    version);
        }
    }

    /** Brings members up to date with one statement; decisions of one member come in order. */
    void advance(List<JournalDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        // Sorted, so that two batches never lock members in different orders.
        SortedMap<String, News> members = new TreeMap<>();
        for (JournalDecision decision : decisions) {
            MemberKey member = new MemberKey(decision.program(), decision.member());
            members.computeIfAbsent(member.toString(), _ -> new News(member)).add(decision);
        }
        batches.update(connection -> statement(connection, members.values()));
    }

    private PreparedStatement statement(Connection connection, Collection<News> members)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ADVANCE);
        statement.setArray(
                1,
                connection.createArrayOf("text", column(members, news -> news.member.program())));
        statement.setArray(
                2, connection.createArrayOf("text", column(members, news -> news.member.member())));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text", column(members, news -> json.writeValueAsString(news.challenges))));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "text", column(members, news -> json.writeValueAsString(news.streaks))));
        statement.setArray(
                5,
                connection.createArrayOf(
                        "timestamptz", column(members, news -> utc(news.lastActivity))));
        statement.setArray(
                6,
                connection.createArrayOf("timestamptz", column(members, news -> utc(news.told))));
        return statement;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Object[] column(
            Collection<News> members, Function<News, @Nullable Object> value) {
        return members.stream().map(value).toArray();
    }

    @Override
    public Optional<MemberProgress> find(String program, String member) {
        return jdbc.sql(
                        """
                        SELECT challenges, streaks, last_activity FROM member_progress
                        WHERE program = ? AND member = ?
                        """)
                .params(program, member)
                .query((ResultSet row, int number) -> progress(row))
                .optional();
    }

    private MemberProgress progress(ResultSet row) throws SQLException {
        return new MemberProgress(
                json.readValue(row.getString("challenges"), CHALLENGES),
                json.readValue(row.getString("streaks"), STREAKS),
                row.getObject("last_activity", OffsetDateTime.class).toInstant());
    }
}
