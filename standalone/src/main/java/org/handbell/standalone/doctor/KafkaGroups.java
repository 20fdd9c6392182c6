package org.handbell.standalone.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/// The consumer groups of the services: whether anybody is in them, and how far behind they are.
record KafkaGroups(Map<String, Object> client) implements Check {

    /// The groups, and whose they are.
    private static final Map<String, String> GROUPS =
            Map.of(
                    "handbell-ingest", "ingest-service",
                    "handbell-ingest-submissions", "ingest-service",
                    "analysis", "analysis-service",
                    "handbell-cases", "case-service",
                    "handbell-cases-deliveries", "case-service",
                    "notification", "notification-service");

    private static final long MANY = 1_000;
    private static final int PATIENCE_SECONDS = 15;

    @Override
    public List<Diagnosis> look() {
        var found = new ArrayList<Diagnosis>();
        try (var admin = Admin.create(client)) {
            new TreeMap<>(GROUPS)
                    .forEach((group, service) -> found.add(look(admin, group, service)));
        } catch (KafkaException e) {
            // That the broker cannot be reached is told by its own check.
            return List.of();
        }
        return found;
    }

    private static Diagnosis look(Admin admin, String group, String service) {
        try {
            var members = members(admin, group);
            return members == 0
                    ? nobody(group, service)
                    : behind(group, members, lag(admin, group));
        } catch (ExecutionException e) {
            return e.getCause() instanceof GroupIdNotFoundException
                    ? nobody(group, service)
                    : refused(group, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return Diagnosis.ill("group %s: the broker does not answer".formatted(group), "");
        }
    }

    private static int members(Admin admin, String group)
            throws ExecutionException, TimeoutException {
        return await(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .mapToInt(described -> described.members().size())
                .sum();
    }

    private static Diagnosis refused(String group, String why) {
        return Diagnosis.look(
                "group %s cannot be looked at: %s".formatted(group, why),
                "which rights the operator takes: ./handbell acls operator=NAME");
    }

    private static Diagnosis nobody(String group, String service) {
        return Diagnosis.ill(
                "group %s has no members".formatted(group),
                "is %s up? What it logs at its start says what it lacks".formatted(service));
    }

    private static Diagnosis behind(String group, int members, long lag) {
        var what =
                "group %s: %d member%s, %d record%s behind"
                        .formatted(
                                group, members, members == 1 ? "" : "s", lag, lag == 1 ? "" : "s");
        return lag < MANY
                ? Diagnosis.well(what)
                : Diagnosis.look(what, "look again in a minute; if it grows, start more instances");
    }

    private static long lag(Admin admin, String group) throws ExecutionException, TimeoutException {
        var committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                ends.put(partition, OffsetSpec.latest());
            }
        });
        return await(admin.listOffsets(ends).all()).entrySet().stream()
                .mapToLong(end -> behind(committed.get(end.getKey()), end.getValue().offset()))
                .sum();
    }

    private static long behind(@Nullable OffsetAndMetadata committed, long end) {
        return committed == null ? 0 : Math.max(0, end - committed.offset());
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
