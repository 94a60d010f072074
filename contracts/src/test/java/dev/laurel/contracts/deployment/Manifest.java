package dev.laurel.contracts.deployment;

import com.google.gson.Gson;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;

/**
 * An object of Kubernetes as it is written in a file.
 *
 * @param kind with its group and version, such as {@code apps/v1 Deployment}
 */
record Manifest(String kind, Map<?, ?> content) {

    static Manifest of(Object document) {
        Map<?, ?> content = (Map<?, ?>) document;
        return new Manifest(content.get("apiVersion") + " " + content.get("kind"), content);
    }

    /**
     * Reads it as Kubernetes would.
     *
     * @throws IllegalArgumentException on a field that Kubernetes doesn't know
     * @throws RuntimeException on a value of another type, or one that is missing
     */
    Object check() throws IOException {
        String json = new Gson().toJson(content);
        return switch (kind) {
            case "v1 ConfigMap" -> V1ConfigMap.fromJson(json);
            case "v1 Namespace" -> V1Namespace.fromJson(json);
            case "v1 Service" -> V1Service.fromJson(json);
            case "apps/v1 Deployment" -> V1Deployment.fromJson(json);
            case "apps/v1 StatefulSet" -> V1StatefulSet.fromJson(json);
            case "networking.k8s.io/v1 NetworkPolicy" -> V1NetworkPolicy.fromJson(json);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.fromJson(json);
            default -> throw new IllegalArgumentException("Expected a known kind, but got " + kind);
        };
    }
}
