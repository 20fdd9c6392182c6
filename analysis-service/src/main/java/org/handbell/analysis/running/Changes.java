package org.handbell.analysis.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether files were changed since the last look: by name, size and time.
final class Changes {

    /// Most files looked at under one folder.
    private static final int MOST = 1000;

    private static final int DEEPEST = 5;

    private final List<Path> folders;
    private String seen;

    Changes(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.seen = look();
    }

    /// Whether anything is other than it was when this was last asked.
    boolean any() {
        var now = look();
        var changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private String look() {
        return folders.stream().map(Changes::look).collect(Collectors.joining("\n"));
    }

    private static String look(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.limit(MOST).sorted().map(Changes::file).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static String file(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " gone";
        }
    }
}
