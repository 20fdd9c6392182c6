package org.handbell.contract.start;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.jspecify.annotations.Nullable;

/// Who speaks with the broker, and what for. `docs/data-flow.md` shows the same as a table; a test
/// holds both together. What each may do follows from this: see [Rights].
public enum BrokerUser {
    /// Also reads what it wrote itself: its cursors, and the posts it has told already.
    INGEST(
            "ingest-service",
            List.of(
                    Topics.ACCOUNTS,
                    Topics.WATCHES,
                    Topics.SUBMISSIONS,
                    Topics.CURSORS,
                    Topics.POSTS),
            List.of(Topics.CURSORS, Topics.POSTS, Topics.MEDIA),
            "handbell-ingest",
            PatternType.PREFIXED,
            "handbell-ingest-"),

    ANALYSIS(
            "analysis-service",
            List.of(Topics.ACCOUNTS, Topics.REGISTER, Topics.POSTS),
            List.of(Topics.FINDINGS),
            "analysis",
            PatternType.LITERAL,
            "analysis-"),

    CASES(
            "case-service",
            List.of(Topics.MEDIA, Topics.FINDINGS, Topics.DELIVERIES),
            List.of(
                    Topics.ACCOUNTS,
                    Topics.REGISTER,
                    Topics.RECIPIENTS,
                    Topics.WATCHES,
                    Topics.SUBMISSIONS,
                    Topics.ALERTS),
            "handbell-cases",
            PatternType.PREFIXED,
            null),

    NOTIFICATION(
            "notification-service",
            List.of(Topics.RECIPIENTS, Topics.ALERTS),
            List.of(Topics.DELIVERIES),
            "notification",
            PatternType.LITERAL,
            null),

    /// The person at `./handbell dlt` and `./handbell doctor`.
    OPERATOR(
            "operator",
            List.of(),
            Topics.all(),
            "handbell-dead-letters",
            PatternType.LITERAL,
            "handbell-dead-letters");

    private final String label;
    private final List<Topic<?>> reads;
    private final List<Topic<?>> writes;
    private final String group;
    private final PatternType groupPattern;
    private final @Nullable String transactionalId;

    BrokerUser(
            String label,
            List<Topic<?>> reads,
            List<Topic<?>> writes,
            String group,
            PatternType groupPattern,
            @Nullable String transactionalId) {
        this.label = label;
        this.reads = reads;
        this.writes = writes;
        this.group = group;
        this.groupPattern = groupPattern;
        this.transactionalId = transactionalId;
    }

    /// As in `spring.application.name`; `operator` for the person.
    public String label() {
        return label;
    }

    public List<Topic<?>> reads() {
        return reads;
    }

    public List<Topic<?>> writes() {
        return writes;
    }

    /// Everything it reads or writes, each once.
    public List<Topic<?>> topics() {
        return Stream.concat(reads.stream(), writes.stream())
                .<Topic<?>>map(topic -> topic)
                .distinct()
                .toList();
    }

    /// Whether it puts aside what it could not read of a topic. A bad record of a table is counted
    /// and passed over instead.
    boolean putsAside(Topic<?> topic) {
        return !topic.compacted() && reads.contains(topic);
    }

    /// Its consumer group, or the beginning of the names of its groups.
    public String group() {
        return group;
    }

    PatternType groupPattern() {
        return groupPattern;
    }

    /// Its transactional id, or the beginning of its ids; null where it writes without
    /// transactions.
    @Nullable String transactionalId() {
        return transactionalId;
    }

    PatternType transactionalIdPattern() {
        return this == OPERATOR ? PatternType.LITERAL : PatternType.PREFIXED;
    }
}
