package dev.laurel.badges.awards;

/** Whether a member has a badge that was awarded once. */
public enum Status {
    ISSUED,
    REVOKED
}
