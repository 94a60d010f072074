package dev.laurel.contracts.deployment;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a service takes from its environment.
 *
 * @param fallback what is taken if the variable is not set
 * @param services who takes it
 */
record Variable(String fallback, Set<String> services) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(LAUREL_[A-Z_]+):([^}]*)}");

    /** By name, as the services' own configuration files have them. */
    static Map<String, Variable> configured() {
        Map<String, Variable> all = new TreeMap<>();
        for (String service : Repository.SERVICES) {
            var placeholders = PLACEHOLDER.matcher(configuration(service));
            while (placeholders.find()) {
                String fallback = placeholders.group(2);
                Variable variable =
                        all.computeIfAbsent(
                                placeholders.group(1),
                                name -> new Variable(fallback, new TreeSet<>()));
                if (!variable.fallback.equals(fallback)) {
                    throw new AssertionError(
                            "Expected %s to be '%s' everywhere, but %s has '%s'."
                                    .formatted(
                                            placeholders.group(1),
                                            variable.fallback,
                                            service,
                                            fallback));
                }
                variable.services.add(service);
            }
        }
        return all;
    }

    private static String configuration(String service) {
        return Repository.text(service + "/src/main/resources/" + service + ".yml");
    }
}
