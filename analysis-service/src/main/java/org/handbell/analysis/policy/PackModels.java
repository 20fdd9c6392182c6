package org.handbell.analysis.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/// The models that a pack was tuned with: named with their hashes, so that no other ones slip under
/// its thresholds.
final class PackModels {

    private final ResourceLoader files;
    private final Resource pack;
    private final PackText text;

    PackModels(ResourceLoader files, Resource pack, PackText text) {
        this.files = files;
        this.pack = pack;
        this.text = text;
    }

    /// @return the hashes, in the pack's order
    List<String> check(List<PackEntries.ModelEntry> entries) {
        var hashes = new ArrayList<String>();
        for (var at = 0; at < entries.size(); at++) {
            hashes.add(check(entries.get(at), at));
        }
        return List.copyOf(hashes);
    }

    private String check(PackEntries.ModelEntry entry, int at) {
        var path = text.need(entry.file(), "models", "models", at, "file");
        var expected = text.need(entry.sha256(), "models", "models", at, "sha256");
        var file = resource(files, pack, path);
        if (file == null) {
            throw text.refuse("models", path + " is missing", "models", at, "file");
        }
        try {
            return ModelFile.check(path, file, expected).sha256();
        } catch (InvalidModelException e) {
            throw text.refuse("models", String.valueOf(e.getMessage()), "models", at, "sha256");
        }
    }

    /// A file named in a pack: beside it, or by its own address; null where the name is no path.
    static @Nullable Resource resource(ResourceLoader files, Resource pack, String path) {
        try {
            return path.startsWith("classpath:")
                    ? files.getResource(path)
                    : pack.createRelative(path);
        } catch (IOException e) {
            return null;
        }
    }
}
