package org.handbell.ingest.cursor;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has been seen of an account, as keyed fingerprints: enough to tell an edit and a deletion,
/// too little to tell what was said. Holds at most {@value #MOST} items; the newest ones stay, for
/// 72 hours.
public final class Seen {

    /// Most items kept.
    public static final int MOST = 500;

    /// How long an item is remembered; longer only while its account cannot be read in full.
    public static final Duration KEPT = Duration.ofHours(72);

    /// How long an item is remembered at the most.
    public static final Duration LONGEST = Duration.ofDays(30);

    /// A site's cache or its clock may be late by so much.
    public static final Duration LATE = Duration.ofHours(1);

    private static final byte VERSION = 2;
    private static final byte WITH_DAYS = 1;
    private static final int BYTES_PER_ITEM = 2 * Long.BYTES + Integer.BYTES;
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
            var version = bytes.get();
            if (version != VERSION && version != WITH_DAYS) {
                throw new IllegalArgumentException("seen: unknown version");
            }
            var marks = new LinkedHashMap<Long, Mark>();
            while (bytes.hasRemaining()) {
                var id = bytes.getLong();
                var content = bytes.getLong();
                marks.put(id, new Mark(content, version == VERSION ? seconds(bytes) : days(bytes)));
            }
            return new Seen(marks);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("seen: cut off", e);
        }
    }

    private static long seconds(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }

    /// Before times were kept in seconds, they were kept in days.
    private static long days(ByteBuffer bytes) {
        return Short.toUnsignedLong(bytes.getShort()) * Duration.ofDays(1).toSeconds();
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
                                .putInt((int) item.getValue().at()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /// The mark of an item, by the fingerprint of its id.
    public Optional<Mark> mark(long id) {
        return Optional.ofNullable(marks.get(id));
    }

    public int size() {
        return marks.size();
    }

    /// The same with some items seen anew, without those that were kept long enough.
    ///
    /// @param items from the oldest to the newest; each becomes the newest
    public Seen with(Collection<Item> items, Keeping keeping) {
        var next = new LinkedHashMap<>(marks);
        for (var item : items) {
            next.remove(item.id());
            next.put(item.id(), item.mark());
        }
        next.values().removeIf(keeping::isOver);
        var surplus = next.size() - MOST;
        var oldest = next.keySet().iterator();
        for (var i = 0; i < surplus; i++) {
            oldest.next();
            oldest.remove();
        }
        return new Seen(next);
    }

    /// Whether it holds what was kept long enough.
    public boolean isOverdue(Keeping keeping) {
        return marks.values().stream().anyMatch(keeping::isOver);
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
    /// @param at from when on it is remembered, in seconds since 1970, until 2106: when it was
    ///   captured, or last seen while a case watches it
    public record Mark(long content, long at) {

        private static final long NONE = 0;

        /// It was there and said this.
        public static Mark saying(long content, Instant at) {
            return new Mark(content == NONE ? 1 : content, at.getEpochSecond());
        }

        /// It is gone. Kept, so that nobody is told twice.
        public static Mark withdrawn(Instant at) {
            return new Mark(NONE, at.getEpochSecond());
        }

        public boolean isWithdrawn() {
            return content == NONE;
        }

        /// The same, from another time on.
        public Mark from(Instant later) {
            return new Mark(content, later.getEpochSecond());
        }
    }

    /// How long items are remembered: 72 hours. What was captured since the account was last read
    /// in full is remembered until the next such reading, though at most 30 days, since until then
    /// it cannot be told from what is new.
    ///
    /// @param sweptAt when the account was last read in full; null where never
    public record Keeping(Instant now, @Nullable Instant sweptAt) {

        boolean isOver(Mark mark) {
            var swept = sweptAt;
            return isBefore(mark, now.minus(LONGEST))
                    || (swept != null
                            && isBefore(mark, swept.minus(LATE))
                            && isBefore(mark, now.minus(KEPT)));
        }

        private static boolean isBefore(Mark mark, Instant time) {
            return mark.at < time.getEpochSecond();
        }
    }
}
