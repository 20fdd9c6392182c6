package org.handbell.operations.logging;

import java.util.List;
import java.util.Set;

/// Whose words may be written. Ours may, for we chose them; a library's may where it was seen to
/// speak of servers and settings and never of what it carries.
final class Authors {

    private static final List<String> OURS = List.of("org.handbell.", "handbell.");

    private static final List<String> LOGGERS =
            List.of(
                    "com.github.kagkarlsson.",
                    "com.zaxxer.hikari.",
                    "io.opentelemetry.",
                    "kafka.",
                    "org.apache.catalina.",
                    "org.apache.coyote.",
                    "org.apache.kafka.",
                    "org.flywaydb.",
                    "org.springframework.beans.",
                    "org.springframework.boot.",
                    "org.springframework.context.",
                    "org.springframework.kafka.core.",
                    "org.springframework.kafka.listener.",
                    "org.springframework.web.servlet.DispatcherServlet");

    private static final List<String> EXCEPTIONS =
            List.of(
                    "org.apache.kafka.common.",
                    "org.flywaydb.core.api.exception.",
                    "org.springframework.beans.factory.",
                    "org.springframework.boot.",
                    "org.springframework.context.");

    /// Their messages come from the virtual machine or name a file or port.
    private static final Set<String> PLAIN_EXCEPTIONS =
            Set.of(
                    "java.lang.ArrayIndexOutOfBoundsException",
                    "java.lang.ClassCastException",
                    "java.lang.IndexOutOfBoundsException",
                    "java.lang.NoClassDefFoundError",
                    "java.lang.NoSuchMethodError",
                    "java.lang.NullPointerException",
                    "java.lang.OutOfMemoryError",
                    "java.lang.StackOverflowError",
                    "java.net.BindException",
                    "java.net.ConnectException",
                    "java.nio.file.AccessDeniedException",
                    "java.nio.file.NoSuchFileException");

    private Authors() {}

    /// Whether we wrote the class, or chose the words that go to the logger of this name.
    static boolean ours(String name) {
        return startsWith(OURS, name);
    }

    static boolean knownLogger(String name) {
        return startsWith(LOGGERS, name);
    }

    static boolean knownException(String className) {
        return PLAIN_EXCEPTIONS.contains(className) || startsWith(EXCEPTIONS, className);
    }

    private static boolean startsWith(List<String> prefixes, String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
