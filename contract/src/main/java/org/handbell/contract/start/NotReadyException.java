package org.handbell.contract.start;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A service cannot start on what it found around it. The message names everything at once.
public final class NotReadyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String title;

    /// @param title `ingest-service cannot start on Kafka at kafka:9092`
    public NotReadyException(String title, List<Problem> problems) {
        super(title + ":\n" + lines(problems, Problem::what) + "\n" + remedies(problems));
        this.title = title;
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    String description() {
        return title + ":\n" + lines(problems, Problem::what);
    }

    String action() {
        return lines(problems, Problem::remedy);
    }

    private static String remedies(List<Problem> problems) {
        return "What to do:\n" + lines(problems, Problem::remedy);
    }

    private static String lines(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream()
                .map(part)
                .distinct()
                .map(line -> "  - " + line.replace("\n", "\n    "))
                .collect(Collectors.joining("\n"));
    }
}
