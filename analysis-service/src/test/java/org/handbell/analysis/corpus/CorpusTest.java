package org.handbell.analysis.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.handbell.analysis.meaning.Meaning;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The corpus is what its README says: varied, well formed, and kept apart where it tests.
class CorpusTest {

    private static final Path FOLDER = Path.of("corpus");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_']+");
    private static final int RUN = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Each fifth batch of a kind; training leaves the same out.
    private static final Pattern KEPT = Pattern.compile(".*-(05|10)\\.jsonl");

    private static final Map<String, JsonNode> POSTS = new HashMap<>();
    private static final Map<String, String> FILES = new HashMap<>();
    private static final List<String> REPEATED = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var post = JSON.readTree(line);
                    var id = post.path("id").asString();
                    FILES.put(id, file.getFileName().toString());
                    if (POSTS.put(id, post) != null) {
                        REPEATED.add(id);
                    }
                }
            }
        }
    }

    @Test
    void eachPostHasAnIdOfItsOwn() {
        assertThat(POSTS).hasSizeGreaterThan(1000);
        assertThat(REPEATED).isEmpty();
    }

    @Test
    void theReadmeSaysHowManyPostsThereAreAndHowManyAreKept() throws IOException {
        var kept = FILES.values().stream().filter(CorpusTest::kept).count();
        var fires = POSTS.values().stream().filter(CorpusTest::fires).count();
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("%,d posts in our own words".formatted(POSTS.size()))
                .contains("of every kind, %,d posts, are kept for testing".formatted(kept))
                .contains(
                        "%,d posts must fire something, %,d are innocent"
                                .formatted(fires, POSTS.size() - fires));
    }

    @Test
    void noPostThatIsKeptForTestingHasATwinThatIsLearnedFrom() {
        var files = new HashSet<>(FILES.values());
        assertThat(files).anyMatch(CorpusTest::kept).anyMatch(file -> !kept(file));
        assertThat(POSTS.keySet())
                .filteredOn(id -> !pair(id).isEmpty())
                .isNotEmpty()
                .allSatisfy(id -> {
                    assertThat(FILES).as("twin of %s", id).containsKey(pair(id));
                    assertThat(kept(file(pair(id)))).as(id).isEqualTo(kept(file(id)));
                });
    }

    @Test
    void eachClauseHasPostsThatFireItAmongThoseKeptAndThoseLearnedFrom() {
        for (var clause : Meaning.CLAUSES) {
            for (var kept : List.of(true, false)) {
                assertThat(POSTS.keySet())
                        .as("%s, kept: %s", clause, kept)
                        .filteredOn(id -> kept(file(id)) == kept)
                        .filteredOn(id -> expected(id).contains(clause))
                        .hasSizeGreaterThanOrEqualTo(15);
            }
        }
    }

    @Test
    void noTwoPostsShareSixWordsInARowUnlessTheyAreDeclaredTwins() {
        var seen = new HashMap<List<String>, Set<String>>();
        POSTS.forEach((id, post) ->
                runs(post).forEach(run -> seen.computeIfAbsent(run, _ -> new HashSet<>()).add(id)));
        assertThat(seen).isNotEmpty();
        assertThat(seen.entrySet())
                .filteredOn(run -> !allTwins(run.getValue()))
                .as("six words in a row, and the posts that share them")
                .isEmpty();
    }

    /// Else a test would measure what was learned by heart.
    @Test
    void noPostOfAProtectedPairIsInTheCorpus() throws IOException {
        var own = new HashSet<List<String>>();
        POSTS.values().forEach(post -> runs(post).forEach(own::add));
        try (var in = CorpusTest.class.getResourceAsStream("/protected/pairs.yml")) {
            var pairs = new YAMLMapper().readTree(in).findValues("pairs");
            assertThat(pairs).isNotEmpty();
            assertThat(pairs.stream().flatMap(CorpusTest::leaves).flatMap(CorpusTest::runs))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(own);
        }
    }

    private static Stream<String> leaves(JsonNode node) {
        return node.isString()
                ? Stream.of(node.asString())
                : node.valueStream().flatMap(CorpusTest::leaves);
    }

    @Test
    void eachMarkStandsInTheFieldsOfItsPost() {
        assertThat(POSTS.values())
                .allSatisfy(post ->
                        assertThat(strings(post.path("marks")))
                                .as(post.path("id").asString())
                                .allMatch(mark -> texts(post).anyMatch(t -> t.contains(mark))));
    }

    @Test
    void whatIsExpectedHasASeverityAndARouteAndWhatIsInnocentHasNone() {
        assertThat(POSTS.values())
                .allSatisfy(post -> {
                    var fires = fires(post);
                    assertThat(post.path("severity").asString().equals("none"))
                            .as(post.path("id").asString())
                            .isNotEqualTo(fires);
                    assertThat(post.path("route").isEmpty()).isNotEqualTo(fires);
                    assertThat(post.path("function").asString().startsWith("benign."))
                            .isNotEqualTo(fires);
                });
    }

    @Test
    void eachPostIsOfARegisterThatIsThere() {
        assertThat(POSTS.values())
                .extracting(post -> post.path("register").asString())
                .allMatch(name -> Files.exists(FOLDER.resolve("register-" + name + ".json")));
    }

    private static boolean kept(String file) {
        return KEPT.matcher(file).matches();
    }

    private static String file(String id) {
        return FILES.getOrDefault(id, "");
    }

    private static boolean fires(JsonNode post) {
        return !post.path("expected").isEmpty();
    }

    private static List<String> expected(String id) {
        return strings(POSTS.getOrDefault(id, JSON.nullNode()).path("expected"));
    }

    private static boolean twins(String one, String other) {
        return one.equals(other)
                || declares(one, other)
                || declares(other, one)
                || third(one, other);
    }

    private static boolean allTwins(Set<String> ids) {
        return ids.stream().allMatch(one -> ids.stream().allMatch(other -> twins(one, other)));
    }

    private static boolean declares(String one, String other) {
        return pair(one).equals(other);
    }

    /// Both are twins of the same.
    private static boolean third(String one, String other) {
        return !pair(one).isEmpty() && pair(one).equals(pair(other));
    }

    private static String pair(String id) {
        return POSTS.getOrDefault(id, JSON.nullNode()).path("pair").asString("");
    }

    private static Stream<List<String>> runs(JsonNode post) {
        return texts(post).flatMap(CorpusTest::runs);
    }

    private static Stream<List<String>> runs(String text) {
        var words =
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(found -> found.group())
                        .toList();
        return Stream.iterate(0, i -> i + RUN <= words.size(), i -> i + 1)
                .map(i -> words.subList(i, i + RUN));
    }

    private static Stream<String> texts(JsonNode post) {
        var media =
                StreamSupport.stream(post.path("media").spliterator(), false)
                        .flatMap(one ->
                                Stream.of(
                                        one.path("alt").asString(""),
                                        one.path("ocr").asString("")));
        var of =
                Stream.of(
                        post.path("of").path("text").asString(""),
                        post.path("of").path("author").asString(""));
        return Stream.of(
                        Stream.of(post.path("text").asString("")),
                        media,
                        of,
                        strings(post.path("pollOptions")).stream(),
                        strings(post.path("links")).stream())
                .flatMap(each -> each);
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
