package org.handbell.standalone.deadletter;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `./handbell dlt` answers, in words.
final class DeadLetterCommand {

    static final String USAGE =
            """
            handbell dlt list [TOPIC]               what waits, oldest first
            handbell dlt replay TOPIC [OFFSET]      send it to its topic again
            handbell dlt discard TOPIC [OFFSET]     give it up\
            """;

    private final DeadLetters letters;

    DeadLetterCommand(DeadLetters letters) {
        this.letters = letters;
    }

    /// @throws IllegalArgumentException where the command is not understood
    String answer(List<String> words) {
        var topic = words.size() > 1 ? words.get(1) : null;
        var offset = words.size() > 2 ? offset(words.get(2)) : null;
        return switch (words.isEmpty() ? "list" : words.getFirst()) {
            case "list" -> list(topic);
            case "replay" -> "Sent again: " + letters.replay(named(topic), offset);
            case "discard" -> "Given up: " + letters.discard(named(topic), offset);
            default -> throw new IllegalArgumentException("not understood; there is:\n" + USAGE);
        };
    }

    private String list(@Nullable String topic) {
        var all = letters.list(topic);
        if (all.isEmpty()) {
            return "No dead letters.";
        }
        var head = "%-22s %8s  %-20s %-9s %s".formatted("topic", "offset", "time", "state", "why");
        return Stream.concat(Stream.of(head), all.stream().map(DeadLetterCommand::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(DeadLetter letter) {
        return "%-22s %8d  %-20s %-9s %s (%s)"
                .formatted(
                        letter.topic(),
                        letter.offset(),
                        letter.at().truncatedTo(ChronoUnit.SECONDS),
                        letter.state().name().toLowerCase(Locale.ROOT),
                        letter.reason(),
                        letter.reader());
    }

    private static String named(@Nullable String topic) {
        if (topic == null) {
            throw new IllegalArgumentException("name the topic; there is:\n" + USAGE);
        }
        return topic;
    }

    private static long offset(String word) {
        if (!word.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("OFFSET is no number");
        }
        return Long.parseLong(word);
    }
}
