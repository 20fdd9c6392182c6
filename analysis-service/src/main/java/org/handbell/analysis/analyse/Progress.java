package org.handbell.analysis.analyse;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What a person at the terminal sees while it runs: one line that is written over; and the lines
/// that could not be answered, each on a line of its own.
public final class Progress {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final PrintWriter terminal;
    private final boolean shown;
    private final String done;
    private final Clock clock;
    private final Instant start;
    private Instant next;
    private long answered;
    private long troubled;

    /// @param shown whether somebody looks: false leaves the troubles alone
    /// @param done what is counted, as a person reads it: `answered`
    public Progress(PrintWriter terminal, boolean shown, String done, Clock clock) {
        this.done = done;
        this.terminal = terminal;
        this.shown = shown;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(EVERY);
    }

    /// One more.
    public void done() {
        answered++;
        if (shown && (answered & 63) == 0 && clock.instant().isAfter(next)) {
            next = clock.instant().plus(EVERY);
            show();
            terminal.flush();
        }
    }

    /// A line that could not be taken.
    public void trouble(long line, String rule) {
        troubled++;
        terminal.printf("%sline %d: %s%n", shown ? "\r\033[K" : "", line, rule);
        terminal.flush();
    }

    public long troubled() {
        return troubled;
    }

    /// All is done.
    public void end() {
        if (shown) {
            show();
            terminal.println();
        }
        terminal.flush();
    }

    private void show() {
        var seconds = Math.max(0.001, Duration.between(start, clock.instant()).toMillis() / 1e3);
        terminal.printf(
                "\r\033[K%,d %s, %,d in trouble, %,.0f a second",
                answered, done, troubled, (answered + troubled) / seconds);
    }
}
