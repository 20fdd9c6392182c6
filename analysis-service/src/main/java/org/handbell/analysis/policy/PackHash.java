package org.handbell.analysis.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// One hash over all that a pack says. An edit without a new id would else hide behind the old one.
final class PackHash {

    private PackHash() {}

    /// SHA-256, as hex, over the pack, its lexicons, its word lists and the hashes of its models.
    static String of(
            PackText pack,
            Collection<PackText> lexicons,
            Collection<PackText> words,
            List<String> models) {
        var digest = ModelFile.digest();
        digest.update(pack.text().getBytes(UTF_8));
        for (var files : List.of(lexicons, words)) {
            for (var file : files) {
                digest.update((byte) 0);
                digest.update(file.text().getBytes(UTF_8));
            }
        }
        models.forEach(model -> digest.update(model.getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
