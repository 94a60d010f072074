package dev.laurel.crm.sql;

import java.util.Collection;
import java.util.function.Function;

/** Many rows as a parameter per column, for {@code unnest}. */
public final class Columns {

    private Columns() {}

    /** One column of the rows, in their order; the database casts it to what it is. */
    public static <R> String[] column(Collection<R> rows, Function<? super R, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
