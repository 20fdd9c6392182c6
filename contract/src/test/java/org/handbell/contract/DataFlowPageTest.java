package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.contract.start.BrokerUser;
import org.junit.jupiter.api.Test;

class DataFlowPageTest {

    @Test
    void theTableOfTheDataFlowPageSaysWhatTheTopicsSay() throws IOException {
        assertThat(rows()).containsExactlyElementsOf(Topics.all().stream().map(this::row).toList());
    }

    private List<String> row(Topic<?> topic) {
        var kept = topic.compacted() ? "compacted" : topic.kept().toHours() + " h";
        return List.of(
                "`" + topic.name() + "`",
                users(user -> user.writes().contains(topic)),
                users(user -> user.reads().contains(topic)),
                Integer.toString(topic.partitions()),
                kept);
    }

    private static String users(Predicate<BrokerUser> which) {
        return Stream.of(BrokerUser.values())
                .filter(user -> user != BrokerUser.OPERATOR)
                .filter(which)
                .map(user -> user.label().replace("-service", ""))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "data-flow.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split("\\s*\\|\\s*")))
                .map(cells ->
                        List.of(
                                cells.get(1),
                                cells.get(3),
                                cells.get(4),
                                cells.get(5),
                                cells.get(6)))
                .toList();
    }
}
