package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFlowPageTest {

    @Test
    void theTableOfTheDataFlowPageSaysWhatTheTopicsSay() throws IOException {
        assertThat(rows()).containsExactlyElementsOf(Topics.all().stream().map(this::row).toList());
    }

    private List<String> row(Topic<?> topic) {
        var kept = topic.compacted() ? "compacted" : topic.kept().toHours() + " h";
        return List.of("`" + topic.name() + "`", Integer.toString(topic.partitions()), kept);
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "data-flow.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split("\\s*\\|\\s*")))
                .map(cells -> List.of(cells.get(1), cells.get(5), cells.get(6)))
                .toList();
    }
}
