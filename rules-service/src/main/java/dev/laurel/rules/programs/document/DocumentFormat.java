package dev.laurel.rules.programs.document;

/** How a document is written down. */
public enum DocumentFormat {
    JSON,
    YAML
}
