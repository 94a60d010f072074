package dev.laurel.scoring.budgets.jdbc;

import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.budgets.Usage;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUsage implements Usage {

    private final JdbcClient jdbc;

    JdbcUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Fund> of(String program) {
        Map<String, Fund> funds = new TreeMap<>();
        jdbc.sql("SELECT * FROM budget WHERE program = ?")
                .param(program)
                .query(row -> {
                    funds.put(row.getString("id"), FundRow.read(row));
                });
        return funds;
    }

    @Override
    public List<Shortage> shortages(
            String program, String budget, @Nullable Place before, int limit) {
        var statement =
                jdbc.sql(
                                """
                                SELECT * FROM budget_draw
                                WHERE program = :program AND granted < asked
                                  AND :budget = ANY (budgets) %s
                                ORDER BY recorded_at DESC, effect DESC
                                LIMIT :limit
                                """
                                        .formatted(
                                                before == null
                                                        ? ""
                                                        : "AND (recorded_at, effect) < (:at, :effect)"))
                        .param("program", program)
                        .param("budget", budget)
                        .param("limit", limit);
        if (before != null) {
            statement
                    .param("at", before.recordedAt().atOffset(ZoneOffset.UTC))
                    .param("effect", before.effect());
        }
        return statement
                .query((row, _) ->
                        new Shortage(
                                DrawRow.read(row),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
