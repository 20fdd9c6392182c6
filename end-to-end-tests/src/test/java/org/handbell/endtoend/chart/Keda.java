package org.handbell.endtoend.chart;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/// KEDA's objects as far as its documentation tells of them: there is no published model to read
/// them by.
final class Keda {

    private Keda() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Scaling spec) {}

    record Scaling(
            Target scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int initialCooldownPeriod,
            int idleReplicaCount,
            int minReplicaCount,
            int maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Target(String apiVersion, String kind, String name, String envSourceContainerName) {}

    record Fallback(int failureThreshold, int replicas, String behavior) {}

    record Advanced(
            boolean restoreToOriginalReplicaCount, Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(String name, HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(
            String type,
            String name,
            String metricType,
            boolean useCachedMetrics,
            Map<String, String> metadata,
            Reference authenticationRef) {}

    record Reference(String name, String kind) {}

    record TriggerAuthentication(
            String apiVersion, String kind, ObjectMeta metadata, Sources spec) {}

    record Sources(
            List<Source> secretTargetRef, List<Source> configMapTargetRef, List<Source> env) {}

    record Source(String parameter, String name, String key, String containerName) {}
}
