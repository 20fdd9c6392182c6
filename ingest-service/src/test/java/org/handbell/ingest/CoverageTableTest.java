package org.handbell.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.handbell.contract.Coverage;
import org.handbell.ingest.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;

/// The README's table of what each source sees is what the sources themselves declare.
class CoverageTableTest {

    private static final Path README = Path.of("README.md");
    private static final Path WRITTEN = Path.of("target", "sources.md");
    private static final String BEGIN =
            "<!-- sources: what follows is made by CoverageTableTest -->";
    private static final String END = "<!-- sources: end -->";

    @TempDir Path folder;

    @Test
    void theReadmeSaysWhatTheSourcesDeclare() throws IOException {
        var sources = coverages();
        assertThat(sources).extracting(Coverage::source).contains("rss", "mastodon", "bluesky");
        var right = "\n" + seen(sources) + "\n" + unseen(sources) + "\n";
        Files.writeString(WRITTEN, right);
        var readme = Files.readString(README);
        assertThat(readme).contains(BEGIN).contains(END);
        var said = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
        assertThat(said)
                .as(
                        "between the markers of ingest-service/README.md must stand what is in"
                                + " ingest-service/%s:%n%s",
                        WRITTEN, right)
                .isEqualTo(right);
    }

    @Test
    void everySourceDeclaresEveryKindAndHowFarBackItReads() {
        assertThat(coverages())
                .allSatisfy(coverage -> {
                    assertThat(coverage.sees()).containsOnlyKeys(Coverage.Kind.values());
                    assertThat(coverage.history()).isNotBlank();
                    assertThat(coverage.cannotSee()).isNotEmpty();
                });
    }

    private static String seen(List<Coverage> sources) {
        var table = new StringJoiner("\n", "", "\n");
        var kinds = List.of(Coverage.Kind.values());
        var heads = kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
        table.add("| source | " + String.join(" | ", heads) + " | reads back | delay | tried on |");
        table.add("|" + "---|".repeat(kinds.size() + 4));
        for (var source : sources) {
            var row = new StringJoiner(" | ", "| ", " |").add("`" + source.source() + "`");
            kinds.forEach(kind -> row.add(word(source.sees(kind))));
            row.add(cell(source.history())).add(cell(source.delay()));
            table.add(row.add(word(source.proven())).toString());
        }
        return table.toString();
    }

    private static String unseen(List<Coverage> sources) {
        var table = new StringJoiner("\n", "", "\n");
        table.add("| source | in its own words | terms on keeping copies |");
        table.add("|---|---|---|");
        for (var source : sources) {
            var words = cell(String.join(" ", source.cannotSee()));
            var name = "`" + source.source() + "`";
            table.add("| " + name + " | " + words + " | " + cell(source.terms()) + " |");
        }
        return table.toString();
    }

    private static String cell(@Nullable String words) {
        return words == null ? "not known" : words.replace("|", "\\|").replace('\n', ' ');
    }

    private static String word(Coverage.Sight sight) {
        return switch (sight) {
            case YES -> "yes";
            case PARTLY -> "in part";
            case NO -> "no";
        };
    }

    private static String word(Coverage.Proof proof) {
        return switch (proof) {
            case LIVE -> "the live service";
            case REAL_SERVER -> "a real server";
            case STUB -> "a stand-in";
        };
    }

    /// All sources of the service as it is shipped, with its default settings; nothing of it runs.
    private List<Coverage> coverages() {
        var builder =
                new SpringApplicationBuilder(IngestApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers((GenericApplicationContext context) ->
                                context.registerBean(
                                        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
                                        LifecycleProcessor.class,
                                        NothingStarts::new));
        try (var service =
                builder.run(
                        "--spring.config.name=ingest-service",
                        "--spring.main.lazy-initialization=true",
                        "--handbell.ingest.pictures.enabled=false",
                        "--handbell.ingest.fingerprint-key-file=" + folder.resolve("key"),
                        "--handbell.ingest.create-fingerprint-key=true")) {
            return Stream.of(service.getBeansOfType(Source.class))
                    .flatMap(sources -> sources.values().stream())
                    .map(Source::coverage)
                    .sorted(Comparator.comparing(Coverage::source))
                    .toList();
        }
    }

    private static final class NothingStarts extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {}
    }
}
