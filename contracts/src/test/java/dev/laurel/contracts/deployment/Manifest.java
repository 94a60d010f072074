package dev.laurel.contracts.deployment;

import com.google.gson.Gson;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of Kubernetes as it is written in a file.
 *
 * @param kind with its group and version, such as {@code apps/v1 Deployment}
 */
record Manifest(String kind, Map<?, ?> content) {

    /** Objects of operators, whose types are not among Kubernetes' own. */
    private static final Set<String> OF_OPERATORS =
            Set.of(
                    "kafka.strimzi.io/v1 Kafka",
                    "kafka.strimzi.io/v1 KafkaNodePool",
                    "keda.sh/v1alpha1 ScaledObject",
                    "monitoring.coreos.com/v1 PodMonitor",
                    "monitoring.coreos.com/v1 PrometheusRule",
                    "postgresql.cnpg.io/v1 Cluster");

    static Manifest of(Object document) {
        Map<?, ?> content = (Map<?, ?>) document;
        return new Manifest(content.get("apiVersion") + " " + content.get("kind"), content);
    }

    String name() {
        return at("metadata", "name").toString();
    }

    /**
     * What is at a path.
     *
     * @param path names of fields, and positions in lists
     */
    Object at(Object... path) {
        Object found = content;
        for (Object step : path) {
            Object next =
                    switch (found) {
                        case Map<?, ?> map -> map.get(step);
                        case List<?> list when step instanceof Integer at -> list.get(at);
                        default -> null;
                    };
            if (next == null) {
                throw new AssertionError(
                        "Expected %s in %s, but there is no %s."
                                .formatted(List.of(path), kind, step));
            }
            found = next;
        }
        return found;
    }

    /**
     * Reads it as Kubernetes would. Of an operator's object only kind and name are looked at.
     *
     * @throws IllegalArgumentException on a field that Kubernetes doesn't know
     * @throws RuntimeException on a value of another type, or one that is missing
     */
    Object check() throws IOException {
        if (OF_OPERATORS.contains(kind)) {
            return name();
        }
        String json = new Gson().toJson(content);
        return switch (kind) {
            case "v1 ConfigMap" -> V1ConfigMap.fromJson(json);
            case "v1 Namespace" -> V1Namespace.fromJson(json);
            case "v1 Service" -> V1Service.fromJson(json);
            case "autoscaling/v2 HorizontalPodAutoscaler" ->
                    V2HorizontalPodAutoscaler.fromJson(json);
            case "apps/v1 Deployment" -> V1Deployment.fromJson(json);
            case "apps/v1 StatefulSet" -> V1StatefulSet.fromJson(json);
            case "networking.k8s.io/v1 NetworkPolicy" -> V1NetworkPolicy.fromJson(json);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.fromJson(json);
            default -> throw new IllegalArgumentException("Expected a known kind, but got " + kind);
        };
    }
}
