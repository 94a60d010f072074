package dev.laurel.rules.topics;

/** Whoever depends on this finds the topics there. */
public record ProvisionedTopics() {}
