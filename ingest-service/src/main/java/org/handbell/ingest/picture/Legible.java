package org.handbell.ingest.picture;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.StringJoiner;

/// The words of which Tesseract is sure enough. In a picture without writing it sees letters as one
/// sees faces in clouds, and is unsure of them.
final class Legible {

    /// Longest text of a picture, in characters.
    static final int MOST = 5_000;

    /// Least confidence, of 100.
    private static final double SURE = 60;

    private static final int COLUMNS = 12;
    private static final int CONFIDENCE = 10;
    private static final int TEXT = 11;

    private Legible() {}

    /// @param table as Tesseract prints it: a line for each word, with block, paragraph, line,
    ///   confidence and text, divided by tabs
    static Optional<String> of(String table) {
        var lines = new LinkedHashMap<String, StringJoiner>();
        table.lines()
                .map(line -> line.split("\t", COLUMNS))
                .filter(Legible::isSure)
                .forEach(word ->
                        lines.computeIfAbsent(
                                        word[2] + " " + word[3] + " " + word[4],
                                        _ -> new StringJoiner(" "))
                                .add(word[TEXT].strip()));
        var text = new StringJoiner("\n");
        lines.values().forEach(line -> text.add(line.toString()));
        var legible = text.toString();
        return legible.codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(legible.substring(0, Math.min(legible.length(), MOST)));
    }

    private static boolean isSure(String[] word) {
        if (word.length < COLUMNS || word[TEXT].isBlank()) {
            return false;
        }
        try {
            return Double.parseDouble(word[CONFIDENCE]) >= SURE;
        } catch (NumberFormatException e) {
            // The line of headings.
            return false;
        }
    }
}
