package org.handbell.analysis.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.handbell.analysis.Invented;
import org.handbell.contract.Action;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Post;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Lawful posts in pairs that take opposite sides, out of `protected/pairs.yml`.
final class ProtectedPairs {

    private static final String FILE = "/protected/pairs.yml";

    private ProtectedPairs() {}

    static List<Pair> all() {
        try (var in = ProtectedPairs.class.getResourceAsStream(FILE)) {
            var pairs = new ArrayList<Pair>();
            new YAMLMapper().readTree(in).forEachEntry((matter, node) -> add(matter, node, pairs));
            return List.copyOf(pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static void add(String matter, JsonNode node, List<Pair> pairs) {
        var number = 0;
        for (var posts : node.path("pairs")) {
            var texts = List.of(posts.get(0).asString(), posts.get(1).asString());
            pairs.add(
                    new Pair(matter, ++number, strings(node.path("sides")), texts, posts.path(2)));
        }
    }

    private static List<String> strings(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asString).toList();
    }

    /// Two posts.
    ///
    /// @param number from 1 within the matter
    /// @param sides what each side does, as `praises the government`
    /// @param shared what both engage with, or offer to vote on
    record Pair(
            String matter, int number, List<String> sides, List<String> texts, JsonNode shared) {

        Post first(String account) {
            return post(account, texts.getFirst());
        }

        Post second(String account) {
            return post(account, texts.getLast());
        }

        List<List<String>> words() {
            return texts.stream().map(KeyedHash::tokens).toList();
        }

        @Override
        public String toString() {
            return matter + " " + number;
        }

        private Post post(String account, String text) {
            var plain = Invented.post(account, "pair", text);
            var of = shared.path("of");
            return new Post(
                    plain.postId(),
                    plain.observationId(),
                    plain.accountId(),
                    plain.platform(),
                    of.isMissingNode() ? Action.POST : Action.SHARE,
                    null,
                    null,
                    plain.postedAt(),
                    null,
                    null,
                    plain.capturedAt(),
                    text,
                    null,
                    List.of(),
                    List.of(),
                    of.isMissingNode() ? null : new Post.Engaged("@news", of.asString(), null),
                    strings(shared.path("poll")),
                    plain.contentHash(),
                    null,
                    List.of(),
                    plain.coverage(),
                    false);
        }
    }
}
