package org.handbell.standalone.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Topics;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.Door;
import org.handbell.contract.start.KafkaSettings;
import org.handbell.contract.start.KafkaStart;
import org.handbell.contract.start.Rights;

/// The broker: whether it answers, its topics, and what this user may do.
record KafkaBroker(Map<String, Object> client, BrokerUser user, KafkaSettings settings, Clock clock)
        implements Check {

    @Override
    public List<Diagnosis> look() {
        var topics = user == BrokerUser.OPERATOR ? Topics.all() : user.topics();
        var problems =
                new KafkaStart(user, client, settings, clock).problems(topics, Rights.of(user));
        var found = new ArrayList<>(problems.stream().map(Diagnosis::of).toList());
        var address = String.valueOf(client.get("bootstrap.servers"));
        if (problems.isEmpty()) {
            found.add(
                    Diagnosis.well(
                            "Kafka at %s (%s): %d topics and their dead letters are as they should be; %s has its rights"
                                    .formatted(address, protocol(), topics.size(), user.label())));
        }
        if (protocol().contains("SSL")) {
            found.addAll(certificate(address.split(",", -1)[0].strip()));
        } else if (!address.startsWith("127.0.0.1") && !address.startsWith("localhost")) {
            found.add(
                    Diagnosis.look(
                            "Kafka at %s takes anybody in, without TLS".formatted(address),
                            "give it a SASL_SSL listener and a user for each service: ./handbell acls"));
        }
        return found;
    }

    private List<Diagnosis> certificate(String address) {
        try {
            return Validity.of(
                    "Kafka at " + address,
                    Door.of(address).certificates(Door.Prelude.NONE),
                    clock.instant());
        } catch (IOException | IllegalArgumentException e) {
            // That it does not answer is told above already.
            return List.of();
        }
    }

    private String protocol() {
        return String.valueOf(client.getOrDefault("security.protocol", "PLAINTEXT"));
    }
}
