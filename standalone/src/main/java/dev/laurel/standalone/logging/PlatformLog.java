package dev.laurel.standalone.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log of the process: little on the console, everything in a file. */
public final class PlatformLog {

    private static final String SPRING_LOGGING = "org.springframework.boot.logging.LoggingSystem";

    private PlatformLog() {}

    /**
     * Sends the log to a file that is rolled over, and to the console what the operator has to
     * know.
     *
     * @param file the file, whose folder is created
     * @param verbose whether the console gets everything as well, and both get what the broker and
     *     its clients have to say while all is well
     */
    public static void start(Path file, boolean verbose) {
        // The services' frameworks would each set up the one log of this process.
        System.setProperty(SPRING_LOGGING, "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("file", file.toString());
        context.putProperty("console", verbose ? "INFO" : "WARN");
        context.putProperty("frameworks", verbose ? "INFO" : "ERROR");
        context.putProperty("broker", verbose ? "INFO" : "WARN");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(PlatformLog.class.getResource("platform-log.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("Could not set up the log.", e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
