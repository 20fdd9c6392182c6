package org.handbell.analysis.analyse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a stream of any size, one at a time and each within a bound.
public final class Lines {

    /// Longest line that is kept, in bytes.
    public static final int LONGEST = 8 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private long number;

    public Lines(InputStream in) {
        this.in = in;
    }

    /// One line, without its end.
    ///
    /// @param number counted from 1, with blank lines
    /// @param bytes at most [#LONGEST]
    /// @param cut whether the line was longer
    public record Line(long number, byte[] bytes, boolean cut) {

        /// Whether it holds nothing to read.
        public boolean blank() {
            for (var one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /// The next line; null at the end.
    public @Nullable Line next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        var cut = false;
        do {
            var stop = stop();
            var fits = Math.min(stop - at, LONGEST - line.size());
            line.write(buffer, at, fits);
            cut |= fits < stop - at;
            at = stop;
            if (at < end) {
                at++;
                return new Line(number, line.toByteArray(), cut);
            }
        } while (fill());
        return new Line(number, line.toByteArray(), cut);
    }

    private int stop() {
        var stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
