package dev.laurel.standalone.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps a service from configuring what is on this process's class path only because another
 * service needs it: alone, the gateway knows no database, and nobody else knows a gateway.
 * Registered in {@code META-INF/spring.factories}.
 */
final class ForeignAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Packages of auto-configurations that a service does not get, with a dot at their ends. */
    static final String PROPERTY = "laurel.standalone.foreign-auto-configurations";

    private List<String> foreign = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        foreign = List.of(environment.getProperty(PROPERTY, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            matches[index] = !isForeign(candidates[index]);
        }
        return matches;
    }

    boolean isForeign(@Nullable String candidate) {
        return candidate != null && foreign.stream().anyMatch(candidate::startsWith);
    }
}
