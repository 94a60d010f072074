package dev.laurel.cloudevents;

import org.jspecify.annotations.Nullable;

/** Looks at the headers of an HTTP request. */
@FunctionalInterface
public interface HeaderLookup {

    /** The header's value, or {@code null} when the request does not have it. Case is ignored. */
    @Nullable String find(String name);
}
