package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.analysis.text.Syntax.Choice;
import org.handbell.analysis.text.Syntax.Letter;
import org.handbell.analysis.text.Syntax.Look;
import org.handbell.analysis.text.Syntax.Open;
import org.handbell.analysis.text.Syntax.Repeated;
import org.handbell.analysis.text.Syntax.Sequence;
import org.handbell.analysis.text.Syntax.Solid;

/// Reads a regular expression that Java has accepted. What it does not know is open: then the
/// expression is tried on every text, which is slow and right.
final class SyntaxReader {

    private static final String PLAIN_ESCAPES = ".*+?()[]{}|^$\\-/\"'#&~@";

    private final String expression;
    private int at;

    private SyntaxReader(String expression) {
        this.expression = expression;
    }

    static Syntax read(String expression) {
        var reader = new SyntaxReader(expression);
        try {
            var syntax = reader.choice();
            return reader.at == expression.length() ? syntax : new Open();
        } catch (UnknownSyntaxException e) {
            return new Open();
        }
    }

    /// The same expression without groups to remember, which cost time.
    static String ungrouped(String expression) {
        if (expression.matches(".*\\\\[\\dkQ].*")) {
            return expression;
        }
        var ungrouped = new StringBuilder();
        var inClass = false;
        for (var at = 0; at < expression.length(); at++) {
            var c = expression.charAt(at);
            ungrouped.append(c);
            if (c == '\\' && at + 1 < expression.length()) {
                ungrouped.append(expression.charAt(++at));
            } else if (inClass || c == '[') {
                inClass = c != ']';
            } else if (c == '(' && !expression.startsWith("?", at + 1)) {
                ungrouped.append("?:");
            }
        }
        return ungrouped.toString();
    }

    private static final class UnknownSyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Syntax choice() {
        var branches = new ArrayList<Syntax>();
        branches.add(sequence());
        while (taken('|')) {
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : new Choice(branches);
    }

    private Syntax sequence() {
        var parts = new ArrayList<Syntax>();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            parts.add(repeated(one()));
        }
        return new Sequence(parts);
    }

    private Syntax one() {
        var c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escaped();
            case '.' -> new Open();
            case '^', '$' -> new Look();
            case '*', '+', '?', '{' -> throw new UnknownSyntaxException();
            default -> letter(c);
        };
    }

    private static Syntax letter(char c) {
        return new Letter(Set.of(String.valueOf(c)));
    }

    private Syntax group() {
        var look = taken("?=") || taken("?!") || taken("?<=") || taken("?<!");
        if (!look && !taken("?:") && at < expression.length() && expression.charAt(at) == '?') {
            throw new UnknownSyntaxException();
        }
        var inner = choice();
        if (!taken(')')) {
            throw new UnknownSyntaxException();
        }
        return look ? new Look() : inner;
    }

    private Syntax escaped() {
        var c = expression.charAt(at++);
        if (c == 'b' || c == 'B') {
            return new Look();
        }
        if (Character.isLetterOrDigit(c)) {
            return known(c);
        }
        return PLAIN_ESCAPES.indexOf(c) >= 0 ? letter(c) : new Open();
    }

    private static Syntax known(char c) {
        return switch (c) {
            case 'd' -> new Letter(range('0', '9'));
            case 'w', 'S' -> new Solid();
            case 'W', 's', 'D' -> new Open();
            default -> throw new UnknownSyntaxException();
        };
    }

    private Syntax letters() {
        var end = expression.indexOf(']', at);
        var inside = expression.substring(at, Math.max(at, end));
        at = end + 1;
        if (inside.isEmpty() || inside.startsWith("^") || inside.matches(".*[\\[\\\\&].*")) {
            throw new UnknownSyntaxException();
        }
        var any = new LinkedHashSet<String>();
        for (var i = 0; i < inside.length(); i++) {
            var ranged = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            any.addAll(range(inside.charAt(i), inside.charAt(ranged ? i + 2 : i)));
            i += ranged ? 2 : 0;
        }
        return new Letter(any);
    }

    private static Set<String> range(char from, char to) {
        var letters = new LinkedHashSet<String>();
        for (var c = from; c <= to; c++) {
            letters.add(String.valueOf(c));
        }
        return letters;
    }

    private Syntax repeated(Syntax part) {
        if (taken('?')) {
            return greedy(new Repeated(part, 0, Optional.of(1)));
        }
        if (taken('*')) {
            return greedy(new Repeated(part, 0, Optional.empty()));
        }
        if (taken('+')) {
            return greedy(new Repeated(part, 1, Optional.empty()));
        }
        return taken('{') ? greedy(counted(part)) : part;
    }

    private Syntax counted(Syntax part) {
        var end = expression.indexOf('}', at);
        var bounds = List.of(expression.substring(at, end).split(",", -1));
        at = end + 1;
        var least = Integer.parseInt(bounds.getFirst());
        var most = bounds.getLast();
        return new Repeated(
                part,
                least,
                most.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(most)));
    }

    /// Those that take as little as they can, or give nothing back, are rare and in another order.
    private Syntax greedy(Syntax repeated) {
        if (at < expression.length() && "?+*{".indexOf(expression.charAt(at)) >= 0) {
            throw new UnknownSyntaxException();
        }
        return repeated;
    }

    private boolean taken(char c) {
        return taken(String.valueOf(c));
    }

    private boolean taken(String text) {
        var there = expression.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }
}
