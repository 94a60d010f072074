package dev.laurel.engine.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems while a document is read, so that its author sees all of them at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String pointer, String message) {
        add(pointer, message, null);
    }

    public void add(String pointer, String message, @Nullable String expected) {
        add(new Problem(pointer, message, expected, null, null));
    }

    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }
}
