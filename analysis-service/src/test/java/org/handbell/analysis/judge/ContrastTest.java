package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Action;
import org.handbell.contract.Finding;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Posts that a clause must be claimed for, and posts that look alike and are innocent of it.
class ContrastTest {

    private static final Judge JUDGE =
            new Judge(new YamlPacks().read("classpath*:policy/pack-*.yml"), Invented.HASH);
    private static final Register REGISTER = Register.of(Invented.register(List.of("E6")));

    @TestFactory
    Stream<DynamicTest> eachClauseTellsItsPostsFromThoseThatLookAlike() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver().getResources("classpath:contrast/*.yml");
        var tests = new ArrayList<DynamicTest>();
        for (var file : files) {
            try (var in = file.getInputStream()) {
                new YAMLMapper()
                        .readTree(in)
                        .forEachEntry((clause, sets) -> add(tests, clause, sets));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tests.stream();
    }

    private static void add(List<DynamicTest> tests, String clause, JsonNode sets) {
        sets.path("fires").forEach(node -> tests.add(test(clause, node, true)));
        sets.path("near").forEach(node -> tests.add(test(clause, node, false)));
    }

    private static DynamicTest test(String clause, JsonNode node, boolean fires) {
        return DynamicTest.dynamicTest(
                clause + (fires ? " fires: " : " lets go: ") + node,
                () -> {
                    var judgement = judge(node);
                    var clauses = judgement.findings().stream().map(Finding::clause).toList();
                    if (fires) {
                        assertThat(clauses).as("%s for %s", clause, node).contains(clause);
                    } else {
                        assertThat(clauses).as("no %s for %s", clause, node).doesNotContain(clause);
                    }
                    judgement.findings().forEach(finding -> pointsInside(finding, post(node)));
                });
    }

    private static Judgement judge(JsonNode node) {
        var id = text(node, "account", "personal");
        var account =
                Invented.accounts().stream()
                        .filter(a -> a.accountId().equals(id))
                        .findFirst()
                        .orElseThrow();
        return JUDGE.judge(new Circumstances(post(node), account, REGISTER));
    }

    private static void pointsInside(Finding finding, Post post) {
        for (var span : finding.spans()) {
            assertThat(span.end()).isLessThanOrEqualTo(length(span.field(), post));
        }
    }

    private static int length(String field, Post post) {
        return switch (field.replaceAll("\\[\\d+]", "")) {
            case "text" -> post.text().length();
            case "of.text" -> post.of() == null ? 0 : post.of().text().length();
            default -> Integer.MAX_VALUE;
        };
    }

    private static Post post(JsonNode node) {
        var text = text(node, "text", "");
        var plain =
                Invented.post(
                        text(node, "account", "personal"),
                        "contrast",
                        text,
                        Instant.parse(text(node, "at", "2026-11-05T19:30:00Z")));
        return new Post(
                plain.postId(),
                plain.observationId(),
                plain.accountId(),
                Platform.valueOf(text(node, "platform", "mastodon").toUpperCase(Locale.ROOT)),
                Action.valueOf(text(node, "action", "post").toUpperCase(Locale.ROOT)),
                null,
                null,
                plain.postedAt(),
                null,
                null,
                plain.capturedAt(),
                text,
                null,
                media(node),
                values(node, "links"),
                node.has("of")
                        ? new Post.Engaged(
                                text(node, "ofAuthor", "someone"), text(node, "of", ""), null)
                        : null,
                values(node, "poll"),
                plain.contentHash(),
                null,
                List.of(),
                plain.coverage(),
                false);
    }

    private static List<Post.Media> media(JsonNode node) {
        if (!node.has("alt")) {
            return List.of();
        }
        return List.of(
                new Post.Media(
                        Post.MediaType.IMAGE,
                        null,
                        text(node, "alt", ""),
                        optional(node, "ocr"),
                        List.of(),
                        false));
    }

    private static String text(JsonNode node, String field, String otherwise) {
        return node.has(field) ? node.get(field).asString() : otherwise;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString() : null;
    }

    private static List<String> values(JsonNode node, String field) {
        var values = new ArrayList<String>();
        node.path(field).forEach(value -> values.add(value.asString()));
        return values;
    }
}
