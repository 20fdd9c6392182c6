package org.handbell.cases.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/// The files of an upload: CSV files, or zip archives of them. Nothing is written to a disk, and an
/// archive that unpacks to more than the bound is left alone at the bound.
final class Upload {

    /// Together, unpacked.
    static final int MOST_BYTES = 40 * 1024 * 1024;

    private static final int MOST_FILES = 40;
    private static final int CHUNK = 8192;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Faults faults;
    private long total;

    Upload(Faults faults) {
        this.faults = faults;
    }

    /// @param name as the browser says it, perhaps with folders
    void add(String name, byte[] bytes) {
        if (name.endsWith(".zip")) {
            unpack(base(name), bytes);
        } else {
            take(base(name), bytes);
        }
    }

    /// The text of each file under its name.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) ->
                FileText.of(name, bytes, faults).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private void unpack(String archive, byte[] bytes) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var found = false;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found = true;
                var content = entry.isDirectory() ? new byte[0] : bounded(zip);
                if (total > MOST_BYTES || files.size() >= MOST_FILES) {
                    faults.add(
                            archive,
                            0,
                            "",
                            "unpacks to more than %d files or %d MB"
                                    .formatted(MOST_FILES, MOST_BYTES / 1024 / 1024));
                    return;
                }
                if (!entry.isDirectory() && entry.getName().endsWith(".csv")) {
                    take(base(entry.getName()), content);
                }
            }
            if (!found) {
                faults.add(archive, 0, "", "is no zip archive, or an empty one");
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add(archive, 0, "", "is no zip archive that can be read");
        }
    }

    private byte[] bounded(ZipInputStream zip) throws IOException {
        var content = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (var n = zip.read(chunk); n >= 0 && total <= MOST_BYTES; n = zip.read(chunk)) {
            total += n;
            content.write(chunk, 0, n);
        }
        return content.toByteArray();
    }

    private void take(String name, byte[] bytes) {
        if (files.putIfAbsent(name, bytes) != null) {
            faults.add(name, 0, "", "is there twice");
        }
    }

    private static String base(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
