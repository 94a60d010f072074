package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code lapse}. */
@Component
class LapseTable {

    private final JdbcClient jdbc;

    LapseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes what ends when.
     *
     * @param over what need not be waited for
     */
    void set(Map<MemberMeasure, Instant> lapses, Set<MemberMeasure> over) {
        if (!over.isEmpty()) {
            jdbc.sql(
                            """
                            DELETE FROM lapse l
                            USING unnest(?, ?, ?) AS n (program, member, measure)
                            WHERE l.program = n.program AND l.member = n.member
                              AND l.measure = n.measure
                            """)
                    .param(programs(over))
                    .param(members(over))
                    .param(Columns.texts(over, MemberMeasure::measure))
                    .update();
        }
        if (!lapses.isEmpty()) {
            jdbc.sql(
                            """
                            INSERT INTO lapse (program, member, measure, at)
                            SELECT program, member, measure, at
                            FROM unnest(?, ?, ?, ?::timestamptz[])
                                 AS n (program, member, measure, at)
                            ON CONFLICT (program, member, measure) DO UPDATE SET at = excluded.at
                            """)
                    .param(programs(lapses.keySet()))
                    .param(members(lapses.keySet()))
                    .param(Columns.texts(lapses.keySet(), MemberMeasure::measure))
                    .param(Columns.texts(lapses.values(), Instant::toString))
                    .update();
        }
    }

    /** Some of whom something has ended by then, those first of whom it was longest ago. */
    SortedSet<Participant> due(Instant now, int limit) {
        return new TreeSet<>(
                jdbc.sql("SELECT program, member FROM lapse WHERE at <= ? ORDER BY at LIMIT ?")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(limit)
                        .query((row, _) -> participant(row))
                        .set());
    }

    /** Takes what has ended of participants, whose rows are held: it is nobody else's then. */
    Set<MemberMeasure> take(Collection<Participant> participants, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                DELETE FROM lapse l USING unnest(?, ?) AS n (program, member)
                                WHERE l.program = n.program AND l.member = n.member AND l.at <= ?
                                RETURNING l.program, l.member, l.measure
                                """)
                        .param(Columns.texts(participants, Participant::program))
                        .param(Columns.texts(participants, Participant::member))
                        .param(now.atOffset(ZoneOffset.UTC))
                        .query((row, _) ->
                                new MemberMeasure(participant(row), row.getString("measure")))
                        .list());
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(row.getString("program"), row.getString("member"));
    }

    private static String[] programs(Collection<MemberMeasure> rows) {
        return Columns.texts(rows, row -> row.participant().program());
    }

    private static String[] members(Collection<MemberMeasure> rows) {
        return Columns.texts(rows, row -> row.participant().member());
    }
}
