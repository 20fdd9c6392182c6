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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorpusTest {

    private static final Path FOLDER = Path.of("corpus");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_']+");
    private static final int RUN = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, JsonNode> POSTS = new HashMap<>();
    private static final List<String> REPEATED = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var post = JSON.readTree(line);
                    var id = post.path("id").asString();
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
    void noTwoPostsShareSixWordsInARowUnlessTheyAreDeclaredTwins() {
        var seen = new HashMap<List<String>, Set<String>>();
        POSTS.forEach((id, post) ->
                runs(post).forEach(run -> seen.computeIfAbsent(run, _ -> new HashSet<>()).add(id)));
        assertThat(seen.values())
                .isNotEmpty()
                .allSatisfy(ids ->
                        assertThat(ids)
                                .allSatisfy(one ->
                                        assertThat(ids).allMatch(other -> twins(one, other))));
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
                    var fires = !post.path("expected").isEmpty();
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

    private static boolean twins(String one, String other) {
        return one.equals(other)
                || declares(one, other)
                || declares(other, one)
                || third(one, other);
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
        return texts(post)
                .flatMap(text -> {
                    var words =
                            WORD.matcher(text.toLowerCase(Locale.ROOT))
                                    .results()
                                    .map(found -> found.group())
                                    .toList();
                    return Stream.iterate(0, i -> i + RUN <= words.size(), i -> i + 1)
                            .map(i -> words.subList(i, i + RUN));
                });
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
