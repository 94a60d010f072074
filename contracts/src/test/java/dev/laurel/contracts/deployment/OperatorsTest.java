package dev.laurel.contracts.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators are told, held against what it is about. */
class OperatorsTest {

    private static final Set<String> SCALED = Set.of("gateway", "rules-service", "scoring-service");

    @Test
    void alertsAreThoseOfMonitoring() {
        // Given
        Map<?, ?> alerts =
                (Map<?, ?>)
                        Repository.documents(
                                        Repository.text("monitoring/prometheus/laurel-alerts.yml"))
                                .findFirst()
                                .orElseThrow();

        // Then
        assertThat(of("monitoring.coreos.com/v1 PrometheusRule").at("spec", "groups"))
                .isEqualTo(alerts.get("groups"));
    }

    @Test
    void prometheusFindsMetricsAndTheAlertsTheirJob() {
        // Given
        Manifest monitor = of("monitoring.coreos.com/v1 PodMonitor");
        Object[] relabelling = {"spec", "podMetricsEndpoints", 0, "relabelings", 0};

        // Then
        assertThat(monitor.at("spec", "podMetricsEndpoints", 0, "path"))
                .isEqualTo("/actuator/prometheus");
        assertThat(monitor.at("spec", "podMetricsEndpoints", 0, "port")).isEqualTo("http");
        assertThat(monitor.at(relabelling))
                .isEqualTo(Map.of("targetLabel", "job", "replacement", "laurel"));
        assertThat(Repository.text("monitoring/prometheus/laurel-alerts.yml"))
                .contains("up{job=\"laurel\"}");
        Manifest policy = named("services-from-prometheus");
        assertThat(policy.at("spec", "podSelector", "matchLabels"))
                .isEqualTo(Map.of("app.kubernetes.io/component", "service"));
        assertThat(policy.at("spec", "ingress", 0, "ports", 0, "port")).isEqualTo("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules-service", "scoring-service"})
    void scalesByAGroupOfThatServiceWithinItsPartitions(String service) {
        // Given
        Manifest scaled = scaledObject(service);
        Map<?, ?> trigger = (Map<?, ?>) scaled.at("spec", "triggers", 0, "metadata");
        String configuration = Repository.text(service + "/src/main/resources/" + service + ".yml");

        // Then
        assertThat(scaled.at("spec", "scaleTargetRef", "name")).isEqualTo(service);
        assertThat(configuration)
                .containsPattern("(group|application-id): " + trigger.get("consumerGroup") + "\n")
                .containsPattern("destination: " + trigger.get("topic") + "\n");
        assertThat(trigger.get("bootstrapServers"))
                .isEqualTo("laurel-kafka-bootstrap.laurel.svc:9092");
        int least = (Integer) scaled.at("spec", "minReplicaCount");
        int most = (Integer) scaled.at("spec", "maxReplicaCount");
        assertThat(least).isBetween(2, most);
        assertThat(most).isLessThanOrEqualTo(partitions());
        assertThat(scaled.at("spec", "fallback", "replicas")).isEqualTo(least);
    }

    @Test
    void brokerAndDatabaseHaveTheNamesThatServicesReachThemBy() {
        // Given
        String overlay = Repository.text("k8s/overlays/production/kustomization.yaml");

        // Then
        assertThat(overlay)
                .contains(of("kafka.strimzi.io/v1 Kafka").name() + "-kafka-bootstrap:9092")
                .contains("//" + of("postgresql.cnpg.io/v1 Cluster").name() + "-rw:5432/");
        assertThat(of("kafka.strimzi.io/v1 Kafka").at("spec", "kafka", "listeners", 0, "port"))
                .isEqualTo(9092);
        assertThat(
                        of("kafka.strimzi.io/v1 KafkaNodePool")
                                .at("metadata", "labels", "strimzi.io/cluster"))
                .isEqualTo(of("kafka.strimzi.io/v1 Kafka").name());
        assertThat(Repository.text("k8s/base/rules-service.yaml"))
                .contains("name: " + of("postgresql.cnpg.io/v1 Cluster").name() + "-app");
    }

    @Test
    void nobodyResetsANumberThatIsScaled() throws Exception {
        // Given
        assumeTrue(Overlay.canBeRendered(), "kubectl puts the overlays together");

        // When
        List<Manifest> all = Overlay.render("recommended");

        // Then
        Map<String, Boolean> fixed =
                all.stream()
                        .filter(each -> each.kind().matches("apps/v1 (Deployment|StatefulSet)"))
                        .collect(
                                Collectors.toMap(
                                        Manifest::name,
                                        each ->
                                                ((Map<?, ?>) each.at("spec"))
                                                        .containsKey("replicas")));
        assertThat(fixed.keySet()).containsExactlyInAnyOrderElementsOf(Repository.SERVICES);
        fixed.forEach((name, says) -> assertThat(says).as(name).isEqualTo(!SCALED.contains(name)));
        assertThat(named(all, "StatefulSet", "rules-service").toString())
                .contains("{name=LAUREL_STREAMS_STANDBYS, value=1}");
    }

    @Test
    void everyServiceSurvivesADrainAndIsSpread() throws Exception {
        // Given
        assumeTrue(Overlay.canBeRendered(), "kubectl puts the overlays together");

        // When
        List<Manifest> all = Overlay.render("recommended");

        // Then
        for (String service : Repository.SERVICES) {
            assertThat(
                            named(all, "PodDisruptionBudget", service)
                                    .at("spec", "selector", "matchLabels"))
                    .isEqualTo(Map.of("app.kubernetes.io/name", service));
            Manifest workload = named(all, "Deployment|StatefulSet", service);
            List<?> spread =
                    (List<?>) workload.at("spec", "template", "spec", "topologySpreadConstraints");
            assertThat(spread.stream().map(each -> ((Map<?, ?>) each).get("topologyKey")).toList())
                    .isEqualTo(List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
        }
    }

    private static int partitions() {
        String literal = "LAUREL_TOPICS_PARTITIONS=";
        return Repository.text("k8s/overlays/production/kustomization.yaml")
                .lines()
                .filter(line -> line.contains(literal))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(literal) + literal.length())))
                .findFirst()
                .orElseThrow();
    }

    private static Manifest scaledObject(String name) {
        return components()
                .filter(each -> each.kind().equals("keda.sh/v1alpha1 ScaledObject"))
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Manifest of(String kind) {
        return components().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static Manifest named(String name) {
        return components().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Manifest named(List<Manifest> all, String kind, String name) {
        return all.stream()
                .filter(each -> each.kind().matches("[^ ]+ (" + kind + ")"))
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected a %s %s.".formatted(kind, name)));
    }

    private static Stream<Manifest> components() {
        return Repository.files("k8s/components")
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.toString().endsWith(".patch.yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(OperatorsTest::documents);
    }

    private static Stream<Manifest> documents(Path file) {
        return Repository.documents(Repository.text(file)).map(Manifest::of);
    }
}
