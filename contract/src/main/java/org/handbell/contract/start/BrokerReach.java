package org.handbell.contract.start;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/// Whether a broker answers at all, and if not, why.
final class BrokerReach {

    private final Map<String, ?> properties;
    private final Broker broker;
    private final Clock clock;

    BrokerReach(Map<String, ?> properties, Clock clock) {
        this.properties = properties;
        this.broker = Broker.of(properties);
        this.clock = clock;
    }

    /// Waits for the broker. What waiting does not mend, a wrong password or a certificate that has
    /// expired, is told at once.
    Optional<Problem> problem(Admin admin, Duration patience) {
        var expired = expired();
        if (expired.isPresent()) {
            return expired;
        }
        try {
            var millis = Math.toIntExact(patience.toMillis());
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                    .clusterId()
                    .get(millis, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(why(e.getCause(), patience));
        } catch (TimeoutException e) {
            return Optional.of(why(e, patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Problem noSuchHost(String name) {
        return new Problem(
                "Kafka: there is no host %s".formatted(name),
                "check spring.kafka.bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS) and the name service");
    }

    private Problem why(@Nullable Throwable failure, Duration patience) {
        if (failure instanceof SslAuthenticationException) {
            if (doors().stream().noneMatch(BrokerReach::speaksTls)) {
                return silent(patience);
            }
            return new Problem(
                    "Kafka at %s: TLS fails: %s".formatted(broker.address(), deepest(failure)),
                    """
                    does spring.kafka.ssl.trust-store-location hold the authority that signed the broker's certificate, and does that certificate name the host as it is written in spring.kafka.bootstrap-servers?
                    Where the broker demands a certificate of its clients, spring.kafka.ssl.key-store-location must hold one that it trusts\
                    """);
        }
        if (failure instanceof AuthenticationException) {
            return new Problem(
                    "Kafka at %s refuses %s: %s"
                            .formatted(broker.address(), broker.principal(), failure.getMessage()),
                    "check the name and the password in spring.kafka.properties.sasl.jaas.config, and that spring.kafka.properties.sasl.mechanism (%s) is one that the broker offers"
                            .formatted(properties.get("sasl.mechanism")));
        }
        return silent(patience);
    }

    private Problem silent(Duration patience) {
        var doors = doors();
        for (var door : doors) {
            try {
                door.knock();
            } catch (UnknownHostException e) {
                return noSuchHost(door.host());
            } catch (IOException e) {
                return new Problem(
                        "Kafka: nobody answers at %s (%s)".formatted(door, e.getMessage()),
                        "is Kafka up? Is spring.kafka.bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS) right? Does a firewall or a network policy stand between?");
            }
        }
        return new Problem(
                "Kafka at %s takes connections, and does not answer as Kafka within %d s (security.protocol=%s)"
                        .formatted(
                                broker.address(),
                                patience.toSeconds(),
                                Broker.protocol(properties)),
                "%s\nIf so, do its advertised.listeners name hosts that can be reached from here?"
                        .formatted(listener(doors)));
    }

    /// A listener with TLS closes on a client without, and the other way round, without a word.
    private String listener(List<Door> doors) {
        var secure = Broker.protocol(properties).contains("SSL");
        var shows = doors.stream().anyMatch(BrokerReach::speaksTls);
        if (shows && !secure) {
            return "the listener speaks TLS: set spring.kafka.security.protocol=SASL_SSL or SSL";
        }
        if (!shows && secure) {
            return "the listener speaks no TLS: name another port, or set spring.kafka.security.protocol=PLAINTEXT";
        }
        return "is this Kafka's port, and does spring.kafka.security.protocol fit its listener?";
    }

    private static boolean speaksTls(Door door) {
        try {
            return !door.certificates(Door.Prelude.NONE).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Problem> expired() {
        if (!Broker.protocol(properties).contains("SSL")) {
            return Optional.empty();
        }
        var now = clock.instant();
        var own = Certificates.outOfTime(Certificates.own(properties), now);
        if (own.isPresent()) {
            return Optional.of(
                    new Problem(
                            "Kafka at %s: the client's own %s"
                                    .formatted(broker.address(), own.get()),
                            "have it renewed, and put the new one where spring.kafka.ssl.key-store-location (%s) points; then start again"
                                    .formatted(properties.get("ssl.keystore.location"))));
        }
        return shownExpired();
    }

    private Optional<Problem> shownExpired() {
        for (var door : doors()) {
            try {
                var shown =
                        Certificates.outOfTime(
                                door.certificates(Door.Prelude.NONE), clock.instant());
                if (shown.isPresent()) {
                    return Optional.of(
                            new Problem(
                                    "Kafka at %s: the broker's %s".formatted(door, shown.get()),
                                    "have the broker's certificate renewed; if it is valid, the clock of this machine is wrong (%s)"
                                            .formatted(clock.instant())));
                }
            } catch (IOException e) {
                // Nobody there yet: the wait that follows says so if it lasts.
                continue;
            }
        }
        return Optional.empty();
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        for (var address : broker.address().split(",", -1)) {
            doors.add(Door.of(address.strip()));
        }
        return doors;
    }

    private static String deepest(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
