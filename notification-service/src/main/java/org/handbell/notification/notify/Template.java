package org.handbell.notification.notify;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of one kind of message by one channel: the subject in the first line, an empty line,
/// then the body, with fields such as `{school}`.
record Template(String subject, String body) {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z-]*)}");

    /// @param file its name, for the error
    /// @param must what it must say, each at least once
    /// @param may what it may say besides, and nothing else
    /// @throws IllegalStateException where it lacks a field, names one that there is not, or has no
    ///   subject and body; names the file and the field
    static Template of(String file, String text, Set<String> must, Set<String> may) {
        var parts = text.replace("\r\n", "\n").strip().split("\n\n", 2);
        if (parts.length != 2 || parts[0].contains("\n")) {
            throw wrong(file, "wants a subject in one line, an empty line, and a body");
        }
        var named =
                FIELD.matcher(text)
                        .results()
                        .map(field -> field.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var field : new TreeSet<>(must)) {
            if (!named.remove(field)) {
                throw wrong(file, "lacks the field {" + field + "}");
            }
        }
        named.removeAll(may);
        if (!named.isEmpty()) {
            throw wrong(file, "names {" + named.first() + "}, which no message has");
        }
        return new Template(parts[0], parts[1] + "\n");
    }

    /// Values are put in as they are: what looks like a field in a value stays.
    Text with(Map<String, String> values) {
        return new Text(filled(subject, values), filled(body, values));
    }

    private static String filled(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(
                        field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), "")));
    }

    private static IllegalStateException wrong(String file, String what) {
        return new IllegalStateException("message template " + file + " " + what);
    }
}
