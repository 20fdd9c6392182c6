package org.handbell.contract;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes of names and terms: who has the key can tell whether a text holds a name from the
/// list, and nobody else can tell the list from the hashes. The writer (case) and the reader
/// (analysis) must normalise alike, so the rule lives here.
public final class KeyedHash {

    /// Fewest bytes a key may have.
    public static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02BC]");

    private final SecretKeySpec key;

    /// @param key at least {@value #MIN_KEY_BYTES} random bytes, the same in case and analysis
    public KeyedHash(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the hash key has " + key.length + " bytes, at least 32 needed");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The hash of a window of canonical tokens: first 128 bits as hex.
    public String of(List<String> tokens) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var token : tokens) {
                mac.update(token.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return HexFormat.of().formatHex(mac.doFinal(), 0, 16);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// The canonical tokens of a text: "Siân O'Dowd-Lee" gives `sian`, `odowd`, `lee`.
    public static List<String> tokens(String text) {
        var plain = canonical(text);
        return NOT_WORD.splitAsStream(plain).filter(token -> !token.isEmpty()).toList();
    }

    /// Compatibility forms, case, diacritics and apostrophes folded away; other marks stay.
    public static String canonical(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        return APOSTROPHES.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
