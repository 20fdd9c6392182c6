package org.handbell.analysis.analyse;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What a person at the terminal sees while it runs: one line that is written over; and the lines
/// that could not be answered, each on a line of its own.
final class Progress {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final PrintWriter terminal;
    private final boolean shown;
    private final Clock clock;
    private final Instant start;
    private Instant next;
    private long answered;
    private long troubled;

    /// @param shown whether somebody looks: false leaves the troubles alone
    Progress(PrintWriter terminal, boolean shown, Clock clock) {
        this.terminal = terminal;
        this.shown = shown;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(EVERY);
    }

    void answered() {
        answered++;
        if (shown && (answered & 63) == 0 && clock.instant().isAfter(next)) {
            next = clock.instant().plus(EVERY);
            show();
            terminal.flush();
        }
    }

    void trouble(long line, String rule) {
        troubled++;
        terminal.printf("%sline %d: %s%n", shown ? "\r\033[K" : "", line, rule);
        terminal.flush();
    }

    long troubled() {
        return troubled;
    }

    void end() {
        if (shown) {
            show();
            terminal.println();
        }
        terminal.flush();
    }

    private void show() {
        var seconds = Math.max(0.001, Duration.between(start, clock.instant()).toMillis() / 1e3);
        terminal.printf(
                "\r\033[K%,d answered, %,d in trouble, %,.0f a second",
                answered, troubled, (answered + troubled) / seconds);
    }
}
