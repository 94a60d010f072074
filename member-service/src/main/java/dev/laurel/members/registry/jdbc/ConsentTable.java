package dev.laurel.members.registry.jdbc;

import dev.laurel.members.registry.Consent;
import dev.laurel.members.registry.ConsentChange;
import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who consented to what and when it was told, append only until the member is erased. */
@Repository
class ConsentTable {

    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what is different, within the transaction that changes it. */
    void note(Collection<Changed> changes) {
        List<@Nullable String[]> rows = new ArrayList<>();
        changes.forEach(changed -> addDifferences(changed, rows));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO consent_change
                            (program, member, revision, name, given, said_at, source, told_at)
                        SELECT * FROM unnest(
                            ?, ?, ?::bigint[], ?, ?::boolean[], ?::timestamptz[], ?, ?::timestamptz[])
                        """)
                .params(columns(rows))
                .update();
    }

    private static void addDifferences(Changed changed, List<@Nullable String[]> rows) {
        Map<String, Consent> before = changed.before().consents();
        Map<String, Consent> after = changed.after().consents();
        MemberId id = changed.after().id();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Consent now = after.get(name);
            if (!Objects.equals(before.get(name), now)) {
                rows.add(
                        new @Nullable String[] {
                            id.program(),
                            id.member(),
                            Long.toString(changed.after().revision()),
                            name,
                            now == null ? null : Boolean.toString(now.given()),
                            now == null ? null : now.at().toString(),
                            now == null ? null : now.source(),
                            changed.after().changedAt().toString()
                        });
            }
        }
    }

    private static List<Object> columns(List<@Nullable String[]> rows) {
        List<Object> columns = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().length; column++) {
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[column];
            }
            columns.add(values);
        }
        return columns;
    }

    /** From the newest, those before the given place. */
    List<ConsentChange> history(MemberId id, long beforeRevision, String beforeName, int limit) {
        return jdbc.sql(
                        """
                        SELECT revision, name, given, said_at, source, told_at FROM consent_change
                        WHERE program = ? AND member = ? AND (revision, name) < (?, ?)
                        ORDER BY revision DESC, name DESC LIMIT ?
                        """)
                .params(id.program(), id.member(), beforeRevision, beforeName, limit)
                .query((row, _) ->
                        new ConsentChange(
                                row.getLong("revision"),
                                row.getString("name"),
                                row.getString("given") == null
                                        ? null
                                        : new Consent(
                                                row.getBoolean("given"),
                                                row.getTimestamp("said_at").toInstant(),
                                                row.getString("source")),
                                row.getTimestamp("told_at").toInstant()))
                .list();
    }
}
