package dev.laurel.leaderboards.roster.jdbc;

import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Participant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code profile}. */
@Component
class ProfileTable {

    /** Not in the text of any audience: the registry takes no control characters. */
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;

    ProfileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds what counting holds, also of members without a score: until the transaction ends nobody
     * counts for them by what was known before.
     *
     * @param participants in the order in which counting takes them
     */
    void lock(Collection<Participant> participants) {
        jdbc.sql(
                        """
                        INSERT INTO participant AS p (program, member)
                        SELECT * FROM unnest(?, ?)
                        ON CONFLICT (program, member) DO UPDATE SET sequence = p.sequence
                        """)
                .param(texts(participants, Participant::program))
                .param(texts(participants, Participant::member))
                .update();
    }

    /**
     * Writes what is newer than what is known.
     *
     * @return by program the members for whom that made a difference
     */
    Map<String, List<String>> write(Collection<Entrant> entrants) {
        Map<String, List<String>> changed = new TreeMap<>();
        boolean[] hidden = new boolean[entrants.size()];
        long[] offsets = new long[entrants.size()];
        int index = 0;
        for (Entrant each : entrants) {
            hidden[index] = each.hidden();
            offsets[index++] = each.offset();
        }
        jdbc.sql(
                        """
                        INSERT INTO profile AS p (program, member, hidden, groups, at_offset)
                        SELECT program, member, hidden, string_to_array(groups, ?), at_offset
                        FROM unnest(?, ?, ?, ?, ?) AS n (program, member, hidden, groups, at_offset)
                        ON CONFLICT (program, member) DO UPDATE
                        SET hidden = excluded.hidden, groups = excluded.groups,
                            at_offset = excluded.at_offset
                        WHERE p.at_offset < excluded.at_offset
                        RETURNING program, member,
                            (p.hidden, p.groups) IS DISTINCT FROM
                            (coalesce(old.hidden, false), coalesce(old.groups, '{}')) AS changed
                        """)
                .param(SEPARATOR)
                .param(texts(entrants, each -> each.participant().program()))
                .param(texts(entrants, each -> each.participant().member()))
                .param(hidden)
                .param(texts(entrants, ProfileTable::groups))
                .param(offsets)
                .query(row -> {
                    if (row.getBoolean("changed")) {
                        changed.computeIfAbsent(row.getString("program"), _ -> new ArrayList<>())
                                .add(row.getString("member"));
                    }
                });
        return changed;
    }

    Set<String> hidden(String program, Collection<String> members) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT member FROM profile
                                WHERE program = ? AND member = ANY (?) AND hidden
                                """)
                        .param(program)
                        .param(members.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private static String groups(Entrant entrant) {
        return String.join(
                SEPARATOR, entrant.audiences().stream().map(Audience::word).sorted().toList());
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
