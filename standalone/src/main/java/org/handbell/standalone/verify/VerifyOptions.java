package org.handbell.standalone.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.handbell.standalone.database.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What is to be verified, and where.
///
/// @param data folder of `./handbell up`
/// @param database JDBC address, instead of that in the environment
/// @param key file of the master key, instead of that in the environment or the folder
record VerifyOptions(boolean evidence, Path data, @Nullable String database, @Nullable Path key) {

    static final String USAGE =
            "handbell verify-audit|verify-evidence [--data FOLDER] [--database JDBC-URL]"
                    + " [--master-key-file FILE]";

    /// @throws IllegalArgumentException naming the word that is wrong
    static VerifyOptions of(List<String> words, Path data) {
        var options = new VerifyOptions(evidence(words), data, null, null);
        for (var i = 1; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " needs a value: " + USAGE);
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private static boolean evidence(List<String> words) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "audit" -> false;
            case "evidence" -> true;
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private VerifyOptions with(String name, String value) {
        return switch (name) {
            case "--data" -> new VerifyOptions(evidence, Path.of(value), database, key);
            case "--database" -> new VerifyOptions(evidence, data, value, key);
            case "--master-key-file" -> new VerifyOptions(evidence, data, database, Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + name + ": " + USAGE);
        };
    }

    /// @throws IllegalStateException where no database or no key is known
    Verify verify(Environment environment, Clock clock) {
        var address =
                DatabaseAddress.of("cases", data, database, environment)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "No database is known: is Handbell running on "
                                                + data
                                                + "? Else name it with --database, or with"
                                                + " CASES_DATABASE_URL, _USER and _PASSWORD."));
        return new Verify(evidence, address, keyFile(environment), clock);
    }

    private Path keyFile(Environment environment) {
        var named = environment.getProperty("HANDBELL_EVIDENCE_MASTERKEYFILE");
        var file =
                key == null
                        ? named == null
                                ? data.resolve("keys").resolve("evidence.key")
                                : Path.of(named)
                        : key;
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "The master key "
                            + file
                            + " is missing: without it nobody can tell whether the desk wrote what is"
                            + " there. Name it with --master-key-file.");
        }
        return file;
    }
}
