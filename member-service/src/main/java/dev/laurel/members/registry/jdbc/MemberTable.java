package dev.laurel.members.registry.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.laurel.members.registry.Contact;
import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Profile;
import dev.laurel.members.registry.Registration;
import dev.laurel.topics.RecordCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members in PostgreSQL: a few statements per batch, however many members it has. */
@Repository
class MemberTable {

    private static final String SELECT =
            """
            SELECT m.program, m.member, m.revision, m.display_name, m.profile, m.consents, m.erased,
                   m.changed_at,
                   c.email, c.phone, c.crm_ids
            FROM member m LEFT JOIN contact c USING (program, member)
            """;

    private final JdbcClient jdbc;
    private final RecordCodec codec;

    MemberTable(JdbcClient jdbc, RecordCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    Optional<Registration> find(MemberId id) {
        return jdbc.sql(SELECT + "WHERE m.program = ? AND m.member = ? AND m.revision > 0")
                .params(id.program(), id.member())
                .query(this::registration)
                .optional();
    }

    Map<String, Contact> contacts(String program, Collection<String> members) {
        return jdbc
                .sql(
                        SELECT
                                + "WHERE m.program = ? AND m.member = ANY (?) AND c.crm_ids IS NOT NULL")
                .params(program, members.toArray(String[]::new))
                .query(this::registration)
                .list()
                .stream()
                .collect(toMap(each -> each.id().member(), Registration::contact));
    }

    Map<String, String> displayNames(String program, Collection<String> members) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT member, display_name FROM member
                        WHERE program = ? AND member = ANY (?) AND display_name IS NOT NULL
                        """)
                .params(program, members.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("member"), row.getString("display_name"));
                });
        return names;
    }

    /**
     * Locks members, known or not, until the end of the transaction; in the order of the primary
     * key, so that two batches cannot wait for each other. They are read by a statement of its own
     * after that: one that waits for a lock sees the locked row as it is now, but the contact
     * joined to it as it was when the statement began.
     */
    Map<MemberId, Registration> lock(SortedSet<MemberId> ids) {
        String[] programs = ids.stream().map(MemberId::program).toArray(String[]::new);
        String[] members = ids.stream().map(MemberId::member).toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO member (program, member)
                        SELECT program, member FROM unnest(?, ?) AS i (program, member)
                        ON CONFLICT DO NOTHING
                        """)
                .params(programs, members)
                .update();
        jdbc.sql(
                        """
                        SELECT FROM member
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        ORDER BY program, member
                        FOR UPDATE
                        """)
                .params(programs, members)
                .query((_, _) -> true)
                .list();
        return jdbc
                .sql(SELECT + "WHERE (m.program, m.member) IN (SELECT * FROM unnest(?, ?))")
                .params(programs, members)
                .query(this::registration)
                .list()
                .stream()
                .collect(toMap(Registration::id, each -> each));
    }

    /** Writes members that were locked, each one revision further, and their history. */
    void write(Collection<Registration> changed) {
        List<Object[]> rows =
                changed.stream()
                        .map(each ->
                                new Object[] {
                                    each.id().program(),
                                    each.id().member(),
                                    Long.toString(each.revision()),
                                    each.displayName(),
                                    json(each.profile()),
                                    json(new Consents(each.consents())),
                                    each.changedAt().toString()
                                })
                        .toList();
        jdbc.sql(
                        """
                        WITH changed AS (
                            SELECT * FROM unnest(
                                ?, ?, ?::bigint[], ?, ?::json[], ?::json[], ?::timestamptz[])
                                AS c (program, member, revision, display_name, profile, consents,
                                      changed_at)
                        ), history AS (
                            INSERT INTO member_change (program, member, revision, profile, changed_at)
                            SELECT program, member, revision, profile, changed_at FROM changed
                        )
                        UPDATE member m
                        SET revision = c.revision, display_name = c.display_name,
                            profile = c.profile, consents = c.consents, changed_at = c.changed_at
                        FROM changed c
                        WHERE m.program = c.program AND m.member = c.member
                        """)
                .params(columns(rows, 7))
                .update();
    }

    /** Writes contacts of members that were locked. */
    void writeContacts(Collection<Registration> changed) {
        List<Object[]> rows =
                changed.stream()
                        .map(each ->
                                new Object[] {
                                    each.id().program(),
                                    each.id().member(),
                                    each.contact().email(),
                                    each.contact().phone(),
                                    json(new CrmIds(each.contact().crmIds()))
                                })
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO contact (program, member, email, phone, crm_ids)
                        SELECT * FROM unnest(?, ?, ?, ?, ?::json[])
                        ON CONFLICT (program, member) DO UPDATE
                        SET email = excluded.email, phone = excluded.phone,
                            crm_ids = excluded.crm_ids
                        """)
                .params(columns(rows, 5))
                .update();
    }

    private static List<Object> columns(List<Object[]> rows, int width) {
        Object[] columns = new Object[width];
        for (int column = 0; column < width; column++) {
            int index = column;
            columns[column] = rows.stream().map(row -> (String) row[index]).toArray(String[]::new);
        }
        return List.of(columns);
    }

    private String json(Object value) {
        return new String(codec.write(value), UTF_8);
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        MemberId id = new MemberId(row.getString("program"), row.getString("member"));
        long revision = row.getLong("revision");
        if (row.getBoolean("erased")) {
            return Registration.erased(id, revision, row.getTimestamp("changed_at").toInstant());
        }
        if (revision == 0) {
            return Registration.none(id);
        }
        return new Registration(
                id,
                revision,
                row.getString("display_name"),
                codec.read(row.getString("profile").getBytes(UTF_8), Profile.class),
                contact(row),
                codec.read(row.getString("consents").getBytes(UTF_8), Consents.class).byName(),
                false,
                row.getTimestamp("changed_at").toInstant());
    }

    private Contact contact(ResultSet row) throws SQLException {
        String crmIds = row.getString("crm_ids");
        if (crmIds == null) {
            return Contact.EMPTY;
        }
        return new Contact(
                row.getString("email"),
                row.getString("phone"),
                codec.read(crmIds.getBytes(UTF_8), CrmIds.class).ids());
    }
}
