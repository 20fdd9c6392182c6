package org.handbell.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private final long shortKey0;
    private final long shortKey1;

    /// @param key at least {@value #MIN_KEY_BYTES} random bytes, the same in case and analysis
    public KeyedHash(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the hash key has " + key.length + " bytes, at least 32 needed");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        var shortKey =
                ByteBuffer.wrap(derived("handbell short hash")).order(ByteOrder.LITTLE_ENDIAN);
        this.shortKey0 = shortKey.getLong();
        this.shortKey1 = shortKey.getLong();
    }

    /// The hash of a window of canonical tokens: first 128 bits as hex.
    public String of(List<String> tokens) {
        return HexFormat.of().formatHex(mac(tokens), 0, 16);
    }

    /// The short hash of a window of canonical tokens, as it travels beside the long one.
    public String shortOf(List<String> tokens) {
        var shortHash = shortHash();
        tokens.forEach(shortHash::add);
        return ShortHash.text(shortHash.value());
    }

    /// A new, empty short hash, with a key of its own that follows from this one's.
    public ShortHash shortHash() {
        return new ShortHash(shortKey0, shortKey1);
    }

    /// No window of tokens gives this: each of those ends with a zero.
    private byte[] derived(String use) {
        return mac().doFinal(use.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(List<String> tokens) {
        var mac = mac();
        for (var token : tokens) {
            mac.update(token.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
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
