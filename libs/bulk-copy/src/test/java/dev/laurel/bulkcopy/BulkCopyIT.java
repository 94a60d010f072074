package dev.laurel.bulkcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.testinfra.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Against a real database. */
class BulkCopyIT {

    private static final UUID ID = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");

    private record Line(int number, @Nullable Integer partition, String text) {}

    private final BulkCopy<Line> copy =
            new BulkCopy<>(
                    "line",
                    "number, partition, id, text, bytes, big, at, day",
                    (line, row) ->
                            row.int4(line.number())
                                    .int4(line.partition())
                                    .uuid(ID)
                                    .text(line.text())
                                    .bytes(new byte[] {0, -1, 7})
                                    .int8(Long.MIN_VALUE)
                                    .instant(Instant.parse("1969-12-31T23:59:59.123456789Z"))
                                    .date(LocalDate.of(1999, 12, 31)));
    private final JdbcTemplate jdbc = jdbc();

    @BeforeEach
    void createTable() {
        jdbc.execute(
                """
                CREATE TABLE line (
                    number    integer PRIMARY KEY,
                    partition integer,
                    id        uuid,
                    text      text,
                    bytes     bytea,
                    big       bigint,
                    at        timestamptz,
                    day       date,
                    place     bigint GENERATED ALWAYS AS IDENTITY
                )
                """);
    }

    @Test
    void writesEveryTypeAsItIs() {
        // When
        copy.add(jdbc, List.of(new Line(1, null, "süß\t\\N 🌿"), new Line(2, 7, "")));

        // Then
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT concat_ws('|', number, coalesce(partition, -1), id, text,
                                                 encode(bytes, 'hex'), big,
                                                 at AT TIME ZONE 'UTC', day)
                                FROM line ORDER BY number
                                """,
                                String.class))
                .containsExactly(
                        "1|-1|%s|süß\t\\N 🌿|00ff07|-9223372036854775808|1969-12-31 23:59:59.123456|1999-12-31"
                                .formatted(ID),
                        "2|7|%s||00ff07|-9223372036854775808|1969-12-31 23:59:59.123456|1999-12-31"
                                .formatted(ID));
    }

    @Test
    void keepsTheOrderOfManyRows() {
        // When
        copy.add(
                jdbc,
                IntStream.range(0, 5_000)
                        .mapToObj(number -> new Line(-number, number, "x".repeat(number % 300)))
                        .toList());

        // Then
        assertThat(jdbc.queryForList("SELECT partition FROM line ORDER BY place", Integer.class))
                .hasSize(5_000)
                .isSorted();
    }

    @Test
    void addsNothingWhenOneRowCollides() {
        // Given
        copy.add(jdbc, List.of(new Line(1, 1, "first")));

        // When
        assertThatThrownBy(() -> copy.add(jdbc, List.of(new Line(2, 2, "b"), new Line(1, 3, "c"))))
                // Then
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM line", Long.class)).isEqualTo(1);
    }

    @Test
    void refusesRowsThatLackAValue() {
        BulkCopy<Line> tooShort = new BulkCopy<>("line", "number, text", (l, row) -> row.text("x"));

        assertThatThrownBy(() -> tooShort.add(jdbc, List.of(new Line(1, 1, "x"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected rows of 2 values, but the last one has 1.");
    }

    private static JdbcTemplate jdbc() {
        TestDatabase database = TestDatabase.create();
        return new JdbcTemplate(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.username(), database.password()));
    }
}
