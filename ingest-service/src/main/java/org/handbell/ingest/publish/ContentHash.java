package org.handbell.ingest.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;

/// SHA-256 over all that was said. Each part is preceded by its length, so that no two different
/// posts are written alike.
final class ContentHash {

    private static final int ABSENT = -1;

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    /// The hash, in hex, of the text in full, the media (type, description, lasting address), the
    /// links, what it engages with, and the options of a poll.
    static String of(Said said) {
        var hash = new ContentHash();
        hash.add(said.text);
        hash.count(said.media.size());
        said.media.forEach(hash::add);
        hash.add(said.links);
        hash.add(said.of);
        hash.add(said.pollOptions);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Post.Media media) {
        add(media.type().name());
        add(media.alt());
        add(LastingAddress.of(media.url()));
    }

    private void add(Post.@Nullable Engaged of) {
        count(of == null ? ABSENT : 1);
        if (of != null) {
            add(of.author());
            add(of.text());
            add(of.url());
        }
    }

    private void add(List<String> texts) {
        count(texts.size());
        texts.forEach(this::add);
    }

    private void add(@Nullable String text) {
        if (text == null) {
            count(ABSENT);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        digest.update(bytes);
    }

    private void count(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// What counts as said.
    record Said(
            String text,
            List<Post.Media> media,
            List<String> links,
            Post.@Nullable Engaged of,
            List<String> pollOptions) {}
}
