package org.handbell.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The pack that ships, grown to any number of families, rules and phrases. What is added to it is
/// of its own kind: phrases of one to three words, some of them from the corpus, and rules with a
/// condition and exemptions.
final class InventedPack {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String LEXICON = "lexicons/grown.yml";
    private static final List<String> CONDITIONS =
            List.of(
                    "'school.name' in n || 'pupils.group' in s",
                    "action in ['share', 'like'] && !('condemn' in p)",
                    "!approved || ('said' in n && 'judged' in n)",
                    "field != 'of.text' && ('supplier.full' in n || 'staff.full' in n)");

    private final Scale scale;
    private final CorpusTexts texts;
    private final Random chance;
    private final InventedNames names;
    private final Map<String, List<String>> lexicons = new LinkedHashMap<>();

    private InventedPack(Scale scale, CorpusTexts texts) {
        this.scale = scale;
        this.texts = texts;
        this.chance = new Random(scale.seed());
        this.names = new InventedNames(chance);
    }

    /// A pack as files.
    ///
    /// @param location as the reader of packs takes it
    /// @param lexicons all families with their phrases, as written
    record Files(String location, Map<String, List<String>> lexicons) {}

    /// Writes a pack into an empty folder.
    static InventedPack.Files write(Path folder, Scale scale, CorpusTexts texts) {
        try {
            return new InventedPack(scale, texts).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack cannot be written", e);
        }
    }

    private InventedPack.Files write(Path folder) throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        var shipped = files.getResources("classpath*:policy/pack-*.yml");
        var pack = (ObjectNode) read(shipped[shipped.length - 1]);
        for (var lexicon : pack.path("lexicons")) {
            lexicon(shipped[shipped.length - 1], folder, lexicon.asString());
        }
        for (var list : pack.path("words")) {
            copy(shipped[shipped.length - 1], folder, list.asString());
        }
        ((ArrayNode) pack.path("lexicons")).add(LEXICON);
        var grown = grow();
        lexicons.putAll(grown);
        java.nio.file.Files.writeString(folder.resolve(LEXICON), YAML.writeValueAsString(grown));
        rules(pack, List.copyOf(grown.keySet()));
        java.nio.file.Files.writeString(
                folder.resolve("pack-grown.yml"), YAML.writeValueAsString(pack));
        return new InventedPack.Files("file:" + folder + "/pack-*.yml", lexicons);
    }

    private void lexicon(Resource pack, Path folder, String name) throws IOException {
        copy(pack, folder, name);
        read(pack.createRelative(name))
                .forEachEntry((family, phrases) -> {
                    var texts = new ArrayList<String>();
                    phrases.forEach(phrase -> texts.add(phrase.asString()));
                    lexicons.put(family, texts);
                });
    }

    private static void copy(Resource pack, Path folder, String name) throws IOException {
        var to = folder.resolve(name);
        java.nio.file.Files.createDirectories(to.getParent());
        var text = pack.createRelative(name).getContentAsString(StandardCharsets.UTF_8);
        java.nio.file.Files.writeString(to, text);
    }

    private static JsonNode read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return YAML.readTree(in);
        }
    }

    private Map<String, List<String>> grow() {
        var grown = new LinkedHashMap<String, List<String>>();
        var left = scale.phrases() - lexicons.values().stream().mapToInt(List::size).sum();
        var families = scale.families() - lexicons.size();
        for (var i = 0; i < families; i++) {
            var share = left * (i + 1) / families - left * i / families;
            grown.put("grown." + i, phrases(share));
        }
        return grown;
    }

    private List<String> phrases(int count) {
        var phrases = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            phrases.add(chance.nextInt(20) == 0 ? met() : unmet());
        }
        return phrases;
    }

    /// Three words that stand in a row somewhere in the corpus.
    private String met() {
        for (var tries = 0; tries < 100; tries++) {
            var words = names.one(texts.innocent()).split("[^A-Za-z]+");
            if (words.length > 4) {
                var at = chance.nextInt(words.length - 3) + 1;
                var phrase = String.join(" ", words[at], words[at + 1], words[at + 2]);
                if (!words[at].isEmpty()) {
                    return phrase;
                }
            }
        }
        return unmet();
    }

    private String unmet() {
        var word = names.place().toLowerCase(java.util.Locale.ROOT);
        return switch (chance.nextInt(4)) {
            case 0 -> word + "*";
            case 1 -> word + " " + names.place();
            case 2 -> "the " + word + " of " + names.place();
            default -> word;
        };
    }

    private void rules(ObjectNode pack, List<String> families) {
        var rules = (ArrayNode) pack.path("rules");
        var clauses = List.of("P1", "P2", "E4", "E7", "E9", "P7", "C3", "E8");
        for (var i = 0; rules.size() < scale.rules(); i++) {
            var rule = rules.addObject();
            rule.put("id", "grown." + i);
            rule.put("clause", clauses.get(i % clauses.size()));
            rule.putArray("when").add(families.get(i % families.size()));
            rule.put("confidence", 0.5);
            rule.put("condition", CONDITIONS.get(i % CONDITIONS.size()));
            rule.put("why", "This may be one of the grown pack's.");
            rule.putArray("unless").add("fiction").add("official-account");
        }
    }
}
