package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.ChallengeDecision.StepProgress;
import dev.laurel.contracts.decisions.ChallengeDecision.Team;
import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import dev.laurel.rules.journal.Teams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TeamTable implements Teams {

    private static final TypeReference<Map<String, Double>> STEPS = new TypeReference<>() {};

    /** The later time counts, and of one time the later revision. */
    private static final String ADVANCE =
            """
            INSERT INTO team_progress AS present
                (program, team, challenge, occurrence, revision, steps, completions)
            VALUES (?, ?, ?, nullif(?, '')::date, ?, ?::jsonb, ?)
            ON CONFLICT (program, team, challenge) DO UPDATE
            SET occurrence = excluded.occurrence, revision = excluded.revision,
                steps = excluded.steps, completions = excluded.completions
            WHERE (present.occurrence IS NULL) <> (excluded.occurrence IS NULL)
                OR (coalesce(excluded.occurrence, '-infinity'), excluded.revision)
                    > (coalesce(present.occurrence, '-infinity'), present.revision)
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    TeamTable(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    private record Row(String program, Team team, ChallengeDecision challenge) {}

    /** Brings teams up to date, in an order in which two batches never lock each other out. */
    void advance(List<JournalDecision> decisions) {
        Map<String, Row> rows = new TreeMap<>();
        for (JournalDecision decision : decisions) {
            for (ChallengeDecision challenge : decision.challenges()) {
                Team team = challenge.team();
                if (team != null && challenge.concernsNow()) {
                    Row row = new Row(decision.program(), team, challenge);
                    rows.merge(
                            decision.program() + "/" + challenge.challenge() + "/" + team.team(),
                            row,
                            (one, other) -> isLater(one, other) ? one : other);
                }
            }
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(ADVANCE, rows.values().stream().map(this::columns).toList());
        }
    }

    private static boolean isLater(Row one, Row other) {
        LocalDate first = occurrence(one.challenge());
        LocalDate second = occurrence(other.challenge());
        if (first == null || second == null || first.equals(second)) {
            return one.team().revision() > other.team().revision();
        }
        return first.isAfter(second);
    }

    private static @Nullable LocalDate occurrence(ChallengeDecision challenge) {
        return challenge.occurrence() == null ? null : challenge.occurrence().firstDay();
    }

    private Object[] columns(Row row) {
        LocalDate occurrence = occurrence(row.challenge());
        Map<String, Double> steps =
                row.challenge().steps().stream()
                        .collect(Collectors.toMap(StepProgress::step, StepProgress::after));
        return new Object[] {
            row.program(),
            row.team().team(),
            row.challenge().challenge(),
            occurrence == null ? "" : occurrence.toString(),
            row.team().revision(),
            json.writeValueAsString(steps),
            row.team().completions()
        };
    }

    @Override
    public Map<String, ChallengeProgress> find(String program, String team) {
        Map<String, ChallengeProgress> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT challenge, occurrence, steps, completions FROM team_progress
                        WHERE program = ? AND team = ?
                        """)
                .params(program, team)
                .query((ResultSet row) -> {
                    found.put(row.getString("challenge"), progress(row, team));
                });
        return found;
    }

    private ChallengeProgress progress(ResultSet row, String team) throws SQLException {
        int completions = row.getInt("completions");
        return new ChallengeProgress(
                json.readValue(row.getString("steps"), STEPS),
                completions > 0,
                row.getObject("occurrence", LocalDate.class),
                completions > 1 ? completions : null,
                team,
                null);
    }
}
