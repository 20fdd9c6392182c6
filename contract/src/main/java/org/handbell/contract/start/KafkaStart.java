package org.handbell.contract.start;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.handbell.contract.Topic;
import org.springframework.core.env.Environment;

/// What a service asks of its broker before it starts: that it answers, that the topics are there
/// and within their bounds, and that the service may do what it will do.
public final class KafkaStart {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOT_FOR_ALL = "spring.kafka.ssl.bundle";

    private final BrokerUser user;
    private final Map<String, Object> properties;
    private final KafkaSettings settings;
    private final Clock clock;

    /// @param properties of an administrator, as Kafka's client takes them
    public KafkaStart(
            BrokerUser user, Map<String, ?> properties, KafkaSettings settings, Clock clock) {
        this.user = user;
        this.properties = new HashMap<>(properties);
        this.properties.putIfAbsent("default.api.timeout.ms", (int) PATIENCE.toMillis());
        this.properties.putIfAbsent("request.timeout.ms", (int) PATIENCE.toMillis());
        this.settings = settings;
        this.clock = clock;
    }

    /// For a service with its usual group.
    ///
    /// @throws NotReadyException naming everything that is wrong, with what mends it
    public static void require(
            BrokerUser user, Map<String, ?> properties, Environment environment) {
        require(user, user.group(), properties, environment);
    }

    /// @param group the group, or the beginning of the groups, that the service was given
    /// @throws NotReadyException naming everything that is wrong, with what mends it
    public static void require(
            BrokerUser user, String group, Map<String, ?> properties, Environment environment) {
        var start =
                new KafkaStart(user, properties, KafkaSettings.of(environment), Clock.systemUTC());
        if (environment.containsProperty(NOT_FOR_ALL)) {
            throw start.notReady(List.of(bundle()));
        }
        start.require(Rights.of(user, group));
    }

    /// @throws NotReadyException naming everything that is wrong, with what mends it
    public void require(Collection<Right> rights) {
        var problems = problems(user.topics(), rights);
        if (!problems.isEmpty()) {
            throw notReady(problems);
        }
    }

    /// Everything that is wrong; empty where the user can work.
    public List<Problem> problems(Collection<? extends Topic<?>> topics, Collection<Right> rights) {
        try (var admin = Admin.create(properties)) {
            var silence = new BrokerReach(properties, clock).problem(admin, settings.waitAtStart());
            return silence.isPresent() ? List.of(silence.get()) : onBroker(admin, topics, rights);
        } catch (KafkaException e) {
            return List.of(unusable(e));
        }
    }

    private List<Problem> onBroker(
            Admin admin, Collection<? extends Topic<?>> topics, Collection<Right> rights) {
        var broker = Broker.of(properties);
        var looked = new TopicCheck(admin, broker, settings).run(WantedTopics.of(topics, settings));
        var problems = new ArrayList<>(looked.problems());
        problems.addAll(new RightsCheck(admin, broker).problems(rights, looked.found()));
        return problems;
    }

    /// Such as a trust store that is not there, or a JAAS line that is none.
    private Problem unusable(KafkaException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (String.valueOf(cause.getMessage()).startsWith("No resolvable bootstrap")) {
            return BrokerReach.noSuchHost(Broker.of(properties).address());
        }
        return new Problem(
                "the settings of Kafka's client cannot be used: %s".formatted(cause.getMessage()),
                "check spring.kafka.security.*, spring.kafka.ssl.* and spring.kafka.properties.sasl.*");
    }

    private static Problem bundle() {
        return new Problem(
                "spring.kafka.ssl.bundle is set, and not every client here reads it",
                "set spring.kafka.ssl.trust-store-location and spring.kafka.ssl.trust-store-type=PEM instead, and key-store-* for a certificate of the client's own");
    }

    private NotReadyException notReady(List<Problem> problems) {
        return new NotReadyException(
                "%s cannot work with Kafka at %s"
                        .formatted(user.label(), Broker.of(properties).address()),
                problems);
    }
}
