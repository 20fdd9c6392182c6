package org.handbell.analysis.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text without disguise: compatibility forms (NFKC), case and diacritics folded, invisible
/// characters and apostrophes gone, look-alike letters made Latin in words that are part Latin.
/// Knows for each character where it came from, in UTF-16 characters of the original.
public final class Folded {

    private static final String LOOKALIKE_FROM = "авекмнорстухіјѕԁһԛԝɡαβεικνορτυχωℓ";
    private static final String LOOKALIKE_TO = "abekmhopctyxijsdhqwgabeiknoptuxwl";

    private final String original;
    private char[] folded;
    private int[] starts;
    private int[] ends;
    private int length;
    private boolean ascii = true;
    private final String text;

    private Folded(String original) {
        this.original = original;
        this.folded = new char[original.length()];
        this.starts = new int[original.length()];
        this.ends = new int[original.length()];
        fold();
        if (!ascii) {
            unmask();
        }
        this.text = new String(folded, 0, length);
    }

    /// Folds a text of any length.
    public static Folded of(String original) {
        return new Folded(original);
    }

    /// The folded text.
    public String text() {
        return text;
    }

    public int length() {
        return length;
    }

    /// Whether the original is plain ASCII.
    boolean ascii() {
        return ascii;
    }

    /// Where in the original the folded character starts.
    public int start(int at) {
        return starts[at];
    }

    /// Where in the original the folded character ends, exclusive.
    public int end(int at) {
        return ends[at];
    }

    public String original() {
        return original;
    }

    private void fold() {
        for (var at = 0; at < original.length(); ) {
            var c = original.charAt(at);
            if (c < 0x80 && c != '\'') {
                put((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), at, at + 1);
                at++;
            } else {
                var point = original.codePointAt(at);
                var next = at + Character.charCount(point);
                append(point, at, next);
                at = next;
            }
        }
    }

    private void append(int point, int start, int end) {
        ascii &= point < 0x80;
        if (invisible(point)) {
            widen(end);
            return;
        }
        var boxed = boxed(point);
        if (boxed != 0) {
            put(boxed, start, end);
            return;
        }
        var bare = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        bare.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(p -> !invisible(p))
                .forEach(
                        p -> Character.toString(p).chars().forEach(c -> put((char) c, start, end)));
    }

    /// Letters in white on black circles or squares, which no normal form knows; 0 for all others.
    private static char boxed(int point) {
        if (point >= 0x1F150 && point <= 0x1F169) {
            return (char) ('a' + point - 0x1F150);
        }
        return point >= 0x1F170 && point <= 0x1F189 ? (char) ('a' + point - 0x1F170) : 0;
    }

    /// Combining marks and invisible characters belong to what stands before them.
    private void widen(int end) {
        if (length > 0) {
            ends[length - 1] = end;
        }
    }

    private void put(char c, int start, int end) {
        if (length == folded.length) {
            grow();
        }
        starts[length] = start;
        ends[length] = end;
        folded[length++] = c;
    }

    /// Few characters become more than one.
    private void grow() {
        var capacity = folded.length * 2;
        folded = Arrays.copyOf(folded, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }

    private static boolean mark(int point) {
        var type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean invisible(int point) {
        return mark(point)
                || point == '\''
                || point == '\u2019'
                || point == '\u02BC'
                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /// Nothing of this stands in plain ASCII.
    private void unmask() {
        for (var at = 0; at < length; ) {
            var end = at;
            var latin = false;
            while (end < length && Character.isLetterOrDigit(folded[end])) {
                latin |= UScript.getScript(folded[end]) == UScript.LATIN;
                end++;
            }
            if (latin) {
                unmask(at, end);
            }
            at = end + 1;
        }
    }

    private void unmask(int from, int to) {
        for (var at = from; at < to; at++) {
            var known = LOOKALIKE_FROM.indexOf(folded[at]);
            if (known >= 0) {
                folded[at] = LOOKALIKE_TO.charAt(known);
            }
        }
    }
}
