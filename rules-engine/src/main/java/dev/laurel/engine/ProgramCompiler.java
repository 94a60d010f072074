package dev.laurel.engine;

import java.util.Map;

/** Turns a program document into a {@link Program}, or says all that is wrong with it. */
public final class ProgramCompiler {

    private ProgramCompiler() {}

    /**
     * Compiles a document.
     *
     * @param document the parsed YAML or JSON of {@code docs/program-language.md}: maps, lists,
     *     strings, numbers of any Java type, booleans, nulls
     */
    public static Compilation compile(Map<String, Object> document) {
        return new Compilation.Rejected(java.util.List.of());
    }
}
