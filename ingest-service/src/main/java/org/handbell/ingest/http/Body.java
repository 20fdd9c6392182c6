package org.handbell.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of an answer, unpacked; never larger than the bound.
public final class Body {

    private final byte[] bytes;

    public Body(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /// As UTF-8, the only encoding of JSON; bytes that are not become U+FFFD.
    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// One character for each byte.
    String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public int size() {
        return bytes.length;
    }
}
