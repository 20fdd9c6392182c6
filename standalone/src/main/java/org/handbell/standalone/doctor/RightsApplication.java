package org.handbell.standalone.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.Right;
import org.handbell.contract.start.Rights;
import org.handbell.standalone.broker.BrokerOptions;
import org.slf4j.LoggerFactory;

/// `./handbell acls`: prints what gives each user of the broker its rights, and nothing more.
public final class RightsApplication {

    static final String USAGE =
            "handbell acls [--kafka HOST:PORT] [--create] [--yaml] [SERVICE=NAME …]";

    private RightsApplication() {}

    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        var answer = LoggerFactory.getLogger("handbell.progress");
        try {
            answer.info(answer(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            answer.error(e.getMessage());
            System.exit(2);
        }
    }

    /// @throws IllegalArgumentException naming the word that is wrong
    static String answer(List<String> arguments) {
        var broker = BrokerOptions.of(arguments);
        var words = new ArrayList<>(broker.words());
        if (words.remove("--yaml")) {
            return Rights.yaml().strip();
        }
        var create = words.remove("--create");
        var address = broker.kafka() == null ? "kafka:9092" : broker.kafka();
        return names(words).entrySet().stream()
                .flatMap(e -> commands(e.getKey(), e.getValue(), create, address))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> commands(
            BrokerUser user, String name, boolean create, String address) {
        Collection<Right> rights = Rights.of(user);
        if (create && user != BrokerUser.OPERATOR) {
            rights = Rights.withCreation(Rights.of(user));
        }
        return Stream.concat(
                Stream.of("# " + user.label()),
                rights.stream().map(right -> right.command(address, "User:" + name)));
    }

    /// Each user's name on the broker: as its label, where nothing else is said.
    private static Map<BrokerUser, String> names(List<String> words) {
        var names = new LinkedHashMap<BrokerUser, String>();
        for (var word : words) {
            var parts = word.split("=", 2);
            if (word.startsWith("-") || parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException(word + " is not understood: " + USAGE);
            }
            names.put(DoctorOptions.user(parts[0]), parts[1]);
        }
        if (names.isEmpty()) {
            Stream.of(BrokerUser.values()).forEach(user -> names.put(user, user.label()));
        }
        return names;
    }
}
