package dev.laurel.crm.traces;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.profiles.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The traces of changes that wait to be written, with the row that says so: they come as one write,
 * which is a step of each trace. Neither read nor written for what nobody traces.
 */
@Repository
public class PendingTraces {

    /** Characters; who changes without an end has the first traces only. */
    private static final int MOST = 500;

    /** Of one member in one batch. */
    private static final int AT_ONCE = 8;

    private final JdbcClient jdbc;

    PendingTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A traced change of a member. */
    public record Traced(Member member, String context) {}

    /** Notes them within the caller's transaction, which has noted the members before. */
    public void note(List<Traced> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        UPDATE pending p SET traces = p.traces || n.traces
                        FROM (
                            SELECT program, member, string_agg(trace || ' ', '') AS traces
                            FROM (
                                SELECT program, member, trace,
                                       row_number() OVER (PARTITION BY program, member ORDER BY trace)
                                FROM unnest(?, ?, ?) AS m (program, member, trace)
                                GROUP BY program, member, trace
                            ) AS m
                            WHERE row_number <= ?
                            GROUP BY program, member
                        ) n
                        WHERE p.program = n.program AND p.member = n.member
                          AND length(p.traces) < ?
                        """)
                .param(column(changes.stream().map(each -> each.member().program()).toList()))
                .param(column(changes.stream().map(each -> each.member().id()).toList()))
                .param(column(changes.stream().map(Traced::context).toList()))
                .param(AT_ONCE)
                .param(MOST)
                .update();
    }

    /** The contexts of those members' changes that wait, of traced ones only. */
    Map<String, List<String>> of(ConnectionId connection, Collection<String> members) {
        Map<String, List<String>> contexts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT member, traces FROM pending
                        WHERE program = ? AND connection = ? AND member = ANY (?) AND traces <> ''
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(column(members))
                .query(row -> {
                    contexts.put(
                            row.getString("member"),
                            Arrays.asList(row.getString("traces").split(" ", -1)));
                });
        return contexts;
    }

    private static String[] column(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
