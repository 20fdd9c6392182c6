package org.handbell.analysis.policy;

import static org.handbell.analysis.policy.PackEntries.listed;
import static org.handbell.analysis.policy.PackEntries.mapped;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.handbell.analysis.detect.Families;
import org.handbell.analysis.policy.PackEntries.PackFile;
import org.handbell.analysis.text.PhraseBook;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Reads policy packs from YAML files. A pack with an error is refused as a whole, with a message
/// that names the file, the line, the entry and the problem.
public final class YamlPacks {

    private final CelConditions conditions = new CelConditions();
    private final PathMatchingResourcePatternResolver files =
            new PathMatchingResourcePatternResolver();
    private final Set<String> families;

    public YamlPacks() {
        this(Set.of());
    }

    /// @param more families that detectors hit beside the usual ones
    public YamlPacks(Set<String> more) {
        this.families = new HashSet<>(Families.DETECTED);
        families.addAll(more);
    }

    /// All packs at some places, which must not overlap.
    ///
    /// @param locations patterns such as `classpath*:policy/pack-*.yml`; lexicons are named beside
    ///   each pack, or as `classpath:…`
    /// @throws InvalidPackException at the first error
    public PolicyPacks read(String... locations) {
        var texts = new ArrayList<PackText>();
        var packs = new ArrayList<PolicyPack>();
        for (var location : locations) {
            for (var file : list(location)) {
                var text = PackText.of(file);
                texts.add(text);
                packs.add(pack(file, text));
            }
        }
        new PackDates(texts, packs).check();
        return new PolicyPacks(packs);
    }

    private Resource[] list(String location) {
        try {
            return files.getResources(location);
        } catch (IOException e) {
            throw new InvalidPackException(location, 0, "files", "cannot be listed");
        }
    }

    private PolicyPack pack(Resource file, PackText text) {
        var content = text.as(PackFile.class);
        var lexicons = lexicons(file, text, content);
        var words = words(file, text, content);
        // The phrases and the conditions take most of the time, and neither needs the other.
        var phrases = CompletableFuture.supplyAsync(() -> LexiconFiles.phrases(lexicons));
        var book = phrases.thenApply(PhraseBook::of);
        var reader = new PackReader(text, content, conditions);
        var clauses = reader.clauses();
        var rules = reader.rules(clauses, reader.exemptions());
        new FamilyCheck(text, families, wait(phrases)).all(content);
        var models = new PackModels(files, file, text).check(listed(content.models()));
        return new PolicyPack(
                text.need(content.id(), "pack", "id"),
                text.need(content.inForceFrom(), "pack", "inForceFrom"),
                content.inForceUntil(),
                clauses,
                rules,
                wait(book),
                LexiconFiles.words(words),
                PackHash.of(text, lexicons, words.values(), models),
                models);
    }

    private static <T> T wait(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidPackException invalid ? invalid : e;
        }
    }

    private List<PackText> lexicons(Resource pack, PackText text, PackFile content) {
        var named = listed(content.lexicons());
        var lexicons = new ArrayList<PackText>();
        for (var at = 0; at < named.size(); at++) {
            lexicons.add(beside(pack, text, named.get(at), "lexicons", at));
        }
        return lexicons;
    }

    private Map<String, PackText> words(Resource pack, PackText text, PackFile content) {
        var words = new LinkedHashMap<String, PackText>();
        mapped(content.words())
                .forEach((name, path) -> words.put(name, beside(pack, text, path, "words", name)));
        return words;
    }

    private PackText beside(Resource pack, PackText text, String path, Object... where) {
        var file = PackModels.resource(files, pack, path);
        if (file == null || !file.exists()) {
            throw text.refuse(String.valueOf(where[0]), path + " is missing", where);
        }
        return PackText.of(file);
    }
}
