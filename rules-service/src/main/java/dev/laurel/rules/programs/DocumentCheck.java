package dev.laurel.rules.programs;

import java.util.Map;

/** Says everything that is wrong with a document. */
@FunctionalInterface
public interface DocumentCheck {

    Findings check(Map<String, Object> document);
}
