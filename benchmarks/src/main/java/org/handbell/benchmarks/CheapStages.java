package org.handbell.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Bounds;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.AccountEvent.Registered;

/// Everything that the analysis does before the encoder, loaded with a trust, a pack and posts.
///
/// @param judge from a post to claims
/// @param lexicons families of the pack with their phrases, as written
/// @param posts each with what is known around it
public record CheapStages(
        PolicyPacks packs,
        Judge judge,
        Map<String, List<String>> lexicons,
        List<Circumstances> posts) {

    /// Makes and loads it all.
    public static CheapStages of(Scale scale) {
        return of(scale, Meanings.NONE);
    }

    /// The same, with a model that reads the posts.
    public static CheapStages of(Scale scale, Meanings meanings) {
        var texts = CorpusTexts.read();
        var trust = new InventedTrust(scale.pupils(), scale.seed());
        var register = Register.of(trust.entries());
        var accounts = new HashMap<String, Registered>();
        trust.accounts().forEach(account -> accounts.put(account.accountId(), account));
        var posts =
                new InventedPosts(texts, trust, scale.seed())
                        .posts(scale.posts()).stream()
                                .map(post ->
                                        new Circumstances(
                                                post,
                                                accounts.getOrDefault(
                                                        post.accountId(),
                                                        trust.accounts().getFirst()),
                                                register))
                                .toList();
        var folder = folder();
        try {
            var pack = InventedPack.write(folder, scale, texts);
            var packs = new YamlPacks().read(pack.location());
            return new CheapStages(
                    packs,
                    new Judge(packs, InventedTrust.HASH, meanings, Bounds.USUAL),
                    pack.lexicons(),
                    posts);
        } finally {
            remove(folder);
        }
    }

    /// Judges one of the posts; any number will do.
    ///
    /// @return how many claims there are
    public int judge(int number) {
        return judge.judge(posts.get(number % posts.size())).findings().size();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("handbell-pack");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary pack cannot be removed", e);
        }
    }
}
