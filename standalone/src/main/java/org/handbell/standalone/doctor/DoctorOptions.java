package org.handbell.standalone.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.handbell.contract.start.BrokerUser;
import org.jspecify.annotations.Nullable;

/// What the doctor is asked to look at, beside the broker.
///
/// @param data folder of `./handbell up`
/// @param database JDBC address, instead of that in the environment
/// @param schemas whose databases are looked at
/// @param user whose rights on the broker are looked at
record DoctorOptions(Path data, @Nullable String database, List<String> schemas, BrokerUser user) {

    static final String USAGE =
            "handbell doctor [--data FOLDER] [--kafka HOST:PORT] [--config FILE] [--database JDBC-URL] [--as SERVICE]";

    /// @throws IllegalArgumentException naming the option that is wrong
    static DoctorOptions of(List<String> words, Path data) {
        var options =
                new DoctorOptions(
                        data, null, List.of("cases", "notification"), BrokerUser.OPERATOR);
        for (var i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " needs a value: " + USAGE);
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private DoctorOptions with(String name, String value) {
        return switch (name) {
            case "--data" -> new DoctorOptions(Path.of(value), database, schemas, user);
            case "--database" -> new DoctorOptions(data, value, schemas, user);
            case "--as" -> new DoctorOptions(data, database, schemas, user(value));
            default -> throw new IllegalArgumentException("unknown option " + name + ": " + USAGE);
        };
    }

    static BrokerUser user(String label) {
        return Stream.of(BrokerUser.values())
                .filter(user -> user.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                label
                                        + " is no user of the broker; there are: "
                                        + String.join(
                                                ", ",
                                                Stream.of(BrokerUser.values())
                                                        .map(BrokerUser::label)
                                                        .toList())));
    }
}
