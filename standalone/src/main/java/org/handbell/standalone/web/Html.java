package org.handbell.standalone.web;

/// Text made safe for a page.
public final class Html {

    private Html() {}

    /// The text with all characters replaced that mean something in HTML or XML; characters that
    /// XML forbids are left out.
    public static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> {
                if (point >= 0x20 || point == '\n' || point == '\t') {
                    safe.appendCodePoint(point);
                }
            }
        }
    }
}
