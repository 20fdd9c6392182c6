package org.handbell.endtoend.operate;

import java.util.regex.Pattern;

/// Whether a question shows no number between nought and five. There are two forms: what is counted
/// times whether it is five or more; and, where the service hides small counts itself, its counts
/// of five or more beside a nought for each that is fewer.
final class SmallCounts {

    private static final Pattern COUNTED =
            Pattern.compile("(.+) \\* \\(\\1 >= bool 5\\)", Pattern.DOTALL);
    private static final Pattern HIDDEN_BY_SERVICE =
            Pattern.compile(
                    "max by \\(([a-z, ]+)\\) \\((\\w+) >= 5\\) or 0 \\* max by \\(\\1\\) \\(\\2_few\\)");

    private SmallCounts() {}

    static boolean hides(String expression) {
        return COUNTED.matcher(expression).matches()
                || HIDDEN_BY_SERVICE.matcher(expression).matches();
    }
}
