package org.handbell.analysis.text;

import java.time.Duration;
import java.util.function.Supplier;

/// The time that one post may take. Whoever reads at length looks at it: loops over words, and,
/// through a text that counts how often it is read, patterns that try too many ways. Nothing else
/// stops a pattern of java.util.regex; and the patterns of a pack look around, which the engines
/// without backtracking cannot.
public final class Deadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
    private static final int LOOKS = 0x3F;
    private static final int READS = 0xFFF;

    private final long end;
    private int looks;

    private Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /// Does something that must be done in time, on this thread.
    ///
    /// @throws OverdueException where it is not
    public static <T> T within(Duration time, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Deadline(time)).call(work::get);
    }

    /// Looks at the clock now and then; of no effect where nothing has a deadline.
    ///
    /// @throws OverdueException where the time is over
    public static void check() {
        if (CURRENT.isBound()) {
            var deadline = CURRENT.get();
            if ((++deadline.looks & LOOKS) == 0) {
                deadline.look();
            }
        }
    }

    /// A text that a pattern may be tried on: to read it is to be watched.
    public static CharSequence watched(CharSequence text) {
        return CURRENT.isBound() ? new Watched(text, CURRENT.get()) : text;
    }

    private void look() {
        if (System.nanoTime() - end > 0) {
            throw new OverdueException();
        }
    }

    private static final class Watched implements CharSequence {

        private final CharSequence text;
        private final Deadline deadline;
        private int reads;

        Watched(CharSequence text, Deadline deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if ((++reads & READS) == 0) {
                deadline.look();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
