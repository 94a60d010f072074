package dev.laurel.cli.replay;

/** Is told how far a replay is. Called from several threads, one after the other. */
@FunctionalInterface
public interface ReplayProgress {

    /** Tells nobody. */
    ReplayProgress NONE = (answered, rejected) -> {};

    /**
     * More events have been answered.
     *
     * @param answered events answered so far, accepted or not
     * @param rejected those of them that were refused
     */
    void update(long answered, long rejected);
}
