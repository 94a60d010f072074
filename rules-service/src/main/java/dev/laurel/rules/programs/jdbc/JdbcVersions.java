package dev.laurel.rules.programs.jdbc;

import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Revision;
import dev.laurel.rules.programs.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcVersions implements Versions {

    private static final TypeReference<Map<String, Revision>> REVISIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();
    private final DocumentColumn column = new DocumentColumn();

    JdbcVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ProgramVersion> find(String program, int version) {
        return newestBelow(program, Math.addExact(version, 1), 1).stream()
                .filter(found -> found.version() == version)
                .findFirst();
    }

    @Override
    public Optional<ProgramVersion> live(String program) {
        return newestBelow(program, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public List<ProgramVersion> newestBelow(String program, int below, int limit) {
        return jdbc.sql(
                        """
                        SELECT program, version, hash, published_at, restored_from, document, revisions
                        FROM program_version WHERE program = ? AND version < ?
                        ORDER BY version DESC LIMIT ?
                        """)
                .params(program, below, limit)
                .query(this::version)
                .list();
    }

    /** Within the transaction that holds the program's lock. */
    void add(ProgramVersion version) {
        jdbc.sql(
                        """
                        INSERT INTO program_version
                            (program, version, hash, published_at, restored_from, document, revisions)
                        VALUES (?, ?, ?, ?, ?, ?::json, ?::json)
                        """)
                .param(version.program())
                .param(version.version())
                .param(version.hash())
                .param(version.publishedAt().atOffset(ZoneOffset.UTC))
                .param(version.restoredFrom())
                .param(column.write(version.document()))
                .param(json.writeValueAsString(version.revisions()))
                .update();
    }

    private ProgramVersion version(ResultSet row, int number) throws SQLException {
        return new ProgramVersion(
                row.getString("program"),
                row.getInt("version"),
                row.getString("hash"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("restored_from", Integer.class),
                column.read(row.getString("document")),
                json.readValue(row.getString("revisions"), REVISIONS));
    }
}
