package dev.laurel.crm.reconciliation;

import java.util.List;

/** What came of the comparison of one member. */
public sealed interface Finding {

    String member();

    /** The contact has what it is to have. */
    record Same(String member) implements Finding {}

    /** The contact has something else in fields of ours. */
    record Different(String member, String contact, List<Difference> differences)
            implements Finding {

        public Different {
            differences = List.copyOf(differences);
        }
    }

    /** There is no such contact any more. */
    record Gone(String member, String contact) implements Finding {}

    /** Nothing can be said. */
    record Skipped(String member) implements Finding {}

    /**
     * A field.
     *
     * @param field the vendor's name
     * @param expected what it is to be, {@code ""} for nothing
     * @param found what it is
     */
    record Difference(String field, String expected, String found) {}
}
