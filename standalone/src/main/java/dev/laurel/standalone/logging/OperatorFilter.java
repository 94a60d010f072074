package dev.laurel.standalone.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What the operator sees on the console. Frameworks warn about much that Laurel deals with, so they
 * have a threshold of their own. Set up by the log's configuration file.
 */
public final class OperatorFilter extends Filter<ILoggingEvent> {

    private Level laurel = Level.WARN;
    private Level frameworks = Level.ERROR;

    /** The threshold for Laurel's own lines. */
    public void setLaurel(Level level) {
        this.laurel = level;
    }

    /** The threshold for everybody else's. */
    public void setFrameworks(Level level) {
        this.frameworks = level;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        Level threshold = event.getLoggerName().startsWith("dev.laurel.") ? laurel : frameworks;
        return event.getLevel().isGreaterOrEqual(threshold)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
