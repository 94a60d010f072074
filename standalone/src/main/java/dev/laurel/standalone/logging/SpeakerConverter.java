package dev.laurel.standalone.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.Optional;

/** The word {@code %speaker} of a log pattern: the service that a line comes from. */
public final class SpeakerConverter extends ClassicConverter {

    private static final String PACKAGES = "dev.laurel.";

    private static final Map<String, String> BY_PACKAGE =
            Map.of(
                    "rules", "rules-service",
                    "scoring", "scoring-service",
                    "badges", "badge-service",
                    "members", "member-service",
                    "leaderboards", "leaderboard-service",
                    "crm", "crm-connector",
                    "gateway", "gateway");

    @Override
    public String convert(ILoggingEvent event) {
        return byLogger(event.getLoggerName()).or(Speaker::current).orElse("laurel");
    }

    private static Optional<String> byLogger(String logger) {
        if (!logger.startsWith(PACKAGES)) {
            return Optional.empty();
        }
        int end = logger.indexOf('.', PACKAGES.length());
        return end < 0
                ? Optional.empty()
                : Optional.ofNullable(BY_PACKAGE.get(logger.substring(PACKAGES.length(), end)));
    }
}
