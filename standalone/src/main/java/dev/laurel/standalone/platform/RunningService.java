package dev.laurel.standalone.platform;

import dev.laurel.standalone.logging.Speaker;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * A service that runs in this process, started as its own {@code main} starts it.
 *
 * @param service which
 * @param context its application context, which shares nothing with the others
 */
record RunningService(Service service, ConfigurableApplicationContext context) {

    /**
     * Starts a service and returns once it serves.
     *
     * @param arguments what its command line would be
     */
    static RunningService start(Service service, List<String> arguments) throws Exception {
        return Speaker.as(service.id(), () -> new RunningService(service, run(service, arguments)));
    }

    void stop() throws Exception {
        Speaker.as(
                service.id(),
                () -> {
                    context.close();
                    return service;
                });
    }

    private static ConfigurableApplicationContext run(Service service, List<String> arguments) {
        // The loader of the classes, whatever marks the thread: package-private things stay
        // visible.
        DefaultResourceLoader resources =
                new DefaultResourceLoader(RunningService.class.getClassLoader());
        return new SpringApplicationBuilder(resources, service.application())
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }
}
