package dev.laurel.rules.journal.jdbc;

import dev.laurel.rules.programs.MembersTouched;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts progress in the journal: goes once through the members of a program. */
@Repository
class ProgressCounts implements MembersTouched {

    private final JdbcClient jdbc;

    ProgressCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Touched> count(String program, Collection<String> mechanics) {
        Map<String, Touched> counts = new LinkedHashMap<>();
        for (String mechanic : mechanics) {
            counts.put(mechanic, count(program, mechanic));
        }
        return counts;
    }

    private Touched count(String program, String mechanic) {
        String id = mechanic.substring(mechanic.indexOf(':') + 1);
        if (mechanic.startsWith("challenge:")) {
            return jdbc.sql(
                            """
                            SELECT count(*) AS members,
                                   count(*) FILTER (WHERE (challenges -> ? ->> 'completed')::boolean)
                                       AS completed
                            FROM member_progress WHERE program = ? AND jsonb_exists(challenges, ?)
                            """)
                    .params(id, program, id)
                    .query((row, number) ->
                            new Touched(row.getLong("members"), true, row.getLong("completed")))
                    .single();
        }
        if (mechanic.startsWith("streak:")) {
            return jdbc.sql(
                            """
                            SELECT count(*) FROM member_progress
                            WHERE program = ? AND jsonb_exists(streaks, ?)
                            """)
                    .params(program, id)
                    .query((row, number) -> new Touched(row.getLong(1), true, 0))
                    .single();
        }
        return jdbc.sql("SELECT count(*) FROM member_progress WHERE program = ?")
                .param(program)
                .query((row, number) -> new Touched(row.getLong(1), false, 0))
                .single();
    }
}
