package dev.laurel.fleet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Prometheus would read of every instance.
 *
 * @param metrics names of all series
 * @param versions of all instances, each {@code name version}
 */
record Scrape(Set<String> metrics, Set<String> versions) {

    private static final Pattern VERSION = Pattern.compile("version=\"(first|next)\"");

    static Scrape of(Fleet fleet) throws IOException, InterruptedException {
        Set<String> metrics = new TreeSet<>();
        Set<String> versions = new TreeSet<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Instance instance : fleet.instances()) {
                HttpRequest request =
                        HttpRequest.newBuilder(instance.url().resolve("/actuator/prometheus"))
                                .timeout(Duration.ofMinutes(1))
                                .build();
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new AssertionError(
                            "Expected metrics of %s, but it answered %d."
                                    .formatted(instance.name(), answer.statusCode()));
                }
                VERSION.matcher(answer.body())
                        .results()
                        .forEach(found -> versions.add(instance.name() + " " + found.group(1)));
                metrics.addAll(
                        answer.body()
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .map(line -> line.split("[{ ]", 2)[0])
                                .collect(Collectors.toSet()));
            }
        }
        return new Scrape(Set.copyOf(metrics), Set.copyOf(versions));
    }

    /** Which of some metrics it lacks. */
    Set<String> without(Set<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(metrics);
        return missing;
    }
}
