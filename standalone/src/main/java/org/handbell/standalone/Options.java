package org.handbell.standalone;

import java.nio.file.Path;

/// What the command line asks for.
///
/// @param data folder of everything that is kept over restarts
record Options(Path data, Ports ports) {

    static final String USAGE = "handbell up [--data FOLDER] [--port-base PORT]";

    /// @throws IllegalArgumentException naming the option that is wrong
    static Options of(String... arguments) {
        var options = new Options(Path.of("data"), Ports.standard());
        for (var i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value: " + USAGE);
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--data" -> new Options(Path.of(value), ports);
            case "--port-base" -> new Options(data, Ports.from(number(value)));
            default -> throw new IllegalArgumentException("unknown option " + name + ": " + USAGE);
        };
    }

    private static int number(String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--port-base is not between 1024 and 65500");
        }
        return Integer.parseInt(value);
    }
}
