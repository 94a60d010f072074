package dev.laurel.scoring.tiers.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of many rows, for {@code unnest(?)}. */
@FunctionalInterface
interface Column {

    LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** Sets a parameter of a statement. */
    void set(Connection connection, PreparedStatement statement, int index) throws SQLException;

    static <T> Column text(Collection<T> rows, Function<T, @Nullable String> value) {
        return objects("text", rows.stream().map(value).toArray());
    }

    static <T> Column int8(Collection<T> rows, Function<T, Long> value) {
        return objects("int8", rows.stream().map(value).toArray());
    }

    static <T> Column bool(Collection<T> rows, Function<T, Boolean> value) {
        return objects("bool", rows.stream().map(value).toArray());
    }

    static <T> Column time(Collection<T> rows, Function<T, Instant> value) {
        return objects(
                "timestamptz", rows.stream().map(row -> value.apply(row).toString()).toArray());
    }

    /** Nothing happens before the year 1 or after 9999: days outside are the first or last. */
    static <T> Column date(Collection<T> rows, Function<T, @Nullable LocalDate> value) {
        return objects(
                "date",
                rows.stream()
                        .map(row -> {
                            LocalDate day = value.apply(row);
                            return day == null ? null : within(day).toString();
                        })
                        .toArray());
    }

    private static LocalDate within(LocalDate day) {
        if (day.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return day.isAfter(LATEST) ? LATEST : day;
    }

    /** A statement whose parameters are these columns, in order, and then texts. */
    static PreparedStatement prepare(
            Connection connection, String sql, Column[] columns, String... texts)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 0;
        for (Column column : columns) {
            column.set(connection, statement, ++index);
        }
        for (String text : texts) {
            statement.setString(++index, text);
        }
        return statement;
    }

    private static Column objects(String type, @Nullable Object[] elements) {
        return (connection, statement, index) ->
                statement.setArray(index, connection.createArrayOf(type, elements));
    }
}
