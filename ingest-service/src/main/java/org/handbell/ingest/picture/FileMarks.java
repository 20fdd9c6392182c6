package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Marks whose pictures lie in files. They are read once, at the start.
final class FileMarks implements Marks {

    private static final String KEY = "handbell.ingest.pictures.marks.";
    private static final long LARGEST = 16L * 1024 * 1024;

    private final Map<String, List<Likeness>> known;

    private FileMarks(Map<String, List<Likeness>> known) {
        this.known = known;
    }

    /// @throws IllegalStateException naming the setting whose file is missing, no picture, or of
    ///   one colour
    static FileMarks read(Map<String, Path> files, Decoder decoder) {
        var known = new TreeMap<String, List<Likeness>>();
        files.forEach(
                (name, file) -> known.put(name, likenesses(picture(KEY + name, file, decoder))));
        return new FileMarks(known);
    }

    @Override
    public List<String> in(BufferedImage picture) {
        if (known.isEmpty() || Trimmed.isPlain(picture)) {
            return List.of();
        }
        var seen = likenesses(picture);
        return known.entrySet().stream()
                .filter(mark -> areNear(mark.getValue(), seen))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whole with whole, and trimmed with trimmed.
    private static boolean areNear(List<Likeness> mark, List<Likeness> seen) {
        return mark.getFirst().isNear(seen.getFirst()) || mark.getLast().isNear(seen.getLast());
    }

    private static List<Likeness> likenesses(BufferedImage picture) {
        return List.of(Likeness.of(picture), Likeness.of(Trimmed.of(picture)));
    }

    private static BufferedImage picture(String setting, Path file, Decoder decoder) {
        var decoded = decoder.decode(bytes(setting, file));
        if (!(decoded instanceof Decoded.Picture picture)) {
            throw new IllegalStateException(
                    setting + ": the file is no JPEG, PNG, GIF or WebP picture within bounds");
        }
        if (Trimmed.isPlain(picture.image())) {
            throw new IllegalStateException(setting + ": the picture is of one colour");
        }
        return picture.image();
    }

    private static byte[] bytes(String setting, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException(setting + ": the file is larger than 16 MB");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": the file cannot be read", e);
        }
    }
}
