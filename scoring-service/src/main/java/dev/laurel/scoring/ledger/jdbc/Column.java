package dev.laurel.scoring.ledger.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One column of many rows, for {@code unnest(?)}. */
@FunctionalInterface
interface Column {

    /** Sets a parameter of a statement. */
    void set(Connection connection, PreparedStatement statement, int index) throws SQLException;

    static <T> Column text(Collection<T> rows, Function<T, String> value) {
        return objects("text", rows.stream().map(value).toArray());
    }

    static <T> Column uuid(Collection<T> rows, Function<T, @Nullable UUID> value) {
        return objects("uuid", rows.stream().map(value).toArray());
    }

    static <T> Column numeric(Collection<T> rows, Function<T, BigDecimal> value) {
        return objects("numeric", rows.stream().map(value).toArray());
    }

    static <T> Column date(Collection<T> rows, Function<T, LocalDate> value) {
        return objects("date", rows.stream().map(value).toArray());
    }

    static <T> Column instant(Collection<T> rows, Function<T, Instant> value) {
        return objects("timestamptz", rows.stream().map(value).toArray());
    }

    /** {@link Instant#MAX} is {@code infinity}. */
    static <T> Column limit(Collection<T> rows, Function<T, @Nullable Instant> value) {
        return objects(
                "timestamptz",
                rows.stream()
                        .map(value)
                        .map(instant -> Instant.MAX.equals(instant) ? "infinity" : instant)
                        .toArray());
    }

    static <T> Column bytes(Collection<T> rows, Function<T, byte[]> value) {
        return objects("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    static <T> Column int4(Collection<T> rows, ToIntFunction<T> value) {
        int[] elements = rows.stream().mapToInt(value).toArray();
        return (_, statement, index) -> statement.setObject(index, elements);
    }

    static <T> Column int8(Collection<T> rows, ToLongFunction<T> value) {
        long[] elements = rows.stream().mapToLong(value).toArray();
        return (_, statement, index) -> statement.setObject(index, elements);
    }

    static <T> Column bool(Collection<T> rows, Predicate<T> value) {
        return objects("bool", rows.stream().map(value::test).toArray());
    }

    /** The same instant for all rows. */
    static Column timestamp(Instant instant) {
        return (_, statement, index) ->
                statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    /** A statement whose parameters are these columns, in order. */
    static PreparedStatement prepare(Connection connection, String sql, Column... columns)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.length; i++) {
            columns[i].set(connection, statement, i + 1);
        }
        return statement;
    }

    private static Column objects(String type, Object[] elements) {
        return (connection, statement, index) ->
                statement.setArray(index, connection.createArrayOf(type, elements));
    }
}
