package org.handbell.ingest.cursor;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What has been seen of an account, as keyed fingerprints: enough to tell an edit and a deletion,
/// too little to tell what was said. Holds at most {@value #MOST} items of the last {@value #DAYS}
/// days; the newest ones stay.
public final class Seen {

    /// Most items kept.
    public static final int MOST = 500;

    /// Days after which an item that was not seen any more is forgotten.
    public static final int DAYS = 30;

    private static final byte VERSION = 1;
    private static final int BYTES_PER_ITEM = 2 * Long.BYTES + Short.BYTES;
    private static final Seen NOTHING = new Seen(new LinkedHashMap<>());

    /// From the oldest to the newest.
    private final Map<Long, Mark> marks;

    private Seen(LinkedHashMap<Long, Mark> marks) {
        this.marks = Collections.unmodifiableMap(marks);
    }

    /// An account of which nothing was seen.
    public static Seen nothing() {
        return NOTHING;
    }

    /// The inverse of `pack`.
    ///
    /// @throws IllegalArgumentException where the text was not packed here
    public static Seen unpack(String packed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        try {
            if (bytes.get() != VERSION) {
                throw new IllegalArgumentException("seen: unknown version");
            }
            var marks = new LinkedHashMap<Long, Mark>();
            while (bytes.hasRemaining()) {
                var id = bytes.getLong();
                marks.put(id, new Mark(bytes.getLong(), Short.toUnsignedLong(bytes.getShort())));
            }
            return new Seen(marks);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("seen: cut off", e);
        }
    }

    /// Base64 of the newest items.
    ///
    /// @param most how many items at most
    public String pack(int most) {
        var kept = Math.min(most, marks.size());
        var bytes = ByteBuffer.allocate(1 + kept * BYTES_PER_ITEM).put(VERSION);
        marks.entrySet().stream()
                .skip(marks.size() - (long) kept)
                .forEach(item ->
                        bytes.putLong(item.getKey())
                                .putLong(item.getValue().content())
                                .putShort((short) item.getValue().day()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /// The mark of an item, by the fingerprint of its id.
    public Optional<Mark> mark(long id) {
        return Optional.ofNullable(marks.get(id));
    }

    public int size() {
        return marks.size();
    }

    /// The same with some items seen anew.
    ///
    /// @param items from the oldest to the newest; each becomes the newest
    /// @param today epoch day from which the bound is counted
    public Seen with(Collection<Item> items, long today) {
        var next = new LinkedHashMap<>(marks);
        for (var item : items) {
            next.remove(item.id());
            next.put(item.id(), item.mark());
        }
        next.values().removeIf(mark -> mark.day() < today - DAYS);
        var surplus = next.size() - MOST;
        var oldest = next.keySet().iterator();
        for (var i = 0; i < surplus; i++) {
            oldest.next();
            oldest.remove();
        }
        return new Seen(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seen seen && pack(MOST).equals(seen.pack(MOST));
    }

    @Override
    public int hashCode() {
        return marks.hashCode();
    }

    /// One item.
    ///
    /// @param id fingerprint of its id
    public record Item(long id, Mark mark) {}

    /// What is known of one item.
    ///
    /// @param content fingerprint of its content; 0 where it was withdrawn
    /// @param day when it was last seen, in days since 1970, at most 65,535
    public record Mark(long content, long day) {

        private static final long NONE = 0;

        /// It was there and said this.
        public static Mark saying(long content, long day) {
            return new Mark(content == NONE ? 1 : content, day);
        }

        /// It is gone. Kept, so that nobody is told twice.
        public static Mark withdrawn(long day) {
            return new Mark(NONE, day);
        }

        public boolean isWithdrawn() {
            return content == NONE;
        }

        /// The same, seen on a later day.
        public Mark on(long day) {
            return new Mark(content, day);
        }
    }
}
