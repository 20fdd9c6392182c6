package org.handbell.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Prints figures beside what they should reach.
final class Report {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private boolean missed;

    void say(String line) {
        out.println(line);
    }

    void atLeast(String what, double figure, double target) {
        line(what, figure, ">=", target, figure >= target);
    }

    void atMost(String what, double figure, double target) {
        line(what, figure, "<=", target, figure <= target);
    }

    private void line(String what, double figure, String sign, double target, boolean reached) {
        missed |= !reached;
        out.printf(
                Locale.ROOT,
                "%-58s %12.2f  %s %-10.2f %s%n",
                what,
                figure,
                sign,
                target,
                reached ? "reached" : "MISSED");
    }

    /// Whether any figure was not reached.
    boolean missed() {
        return missed;
    }
}
