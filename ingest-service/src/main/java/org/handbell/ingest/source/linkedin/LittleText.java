package org.handbell.ingest.source.linkedin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader sees of LinkedIn's "little" text: mentions as `@[name](urn)`, hashtags as
/// `{hashtag|\#|word}`, and a backslash before each character that would else mean something.
final class LittleText {

    private static final String PLAIN = "(?:[^\\\\|{}\\[\\]()]|\\\\.){0,500}+";
    private static final Pattern MENTION =
            Pattern.compile("@\\[(" + PLAIN + ")\\]\\(urn:li:[A-Za-z]{1,40}:[^()\\s]{1,100}\\)");
    private static final Pattern HASHTAG =
            Pattern.compile("\\{hashtag\\|(\\\\?#)\\|(" + PLAIN + ")\\}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\|{}@\\[\\]()<>#*_~])");
    private static final Pattern ANY =
            Pattern.compile("(?s)\\\\.|(?<mention>" + MENTION + ")|(?<hashtag>" + HASHTAG + ")");

    private LittleText() {}

    /// The text without its marks. What is no mark stays as it is.
    static String plain(String little) {
        return ANY.matcher(little).replaceAll(LittleText::shown);
    }

    private static String shown(java.util.regex.MatchResult found) {
        var whole = found.group();
        var mention = MENTION.matcher(whole);
        if (mention.matches()) {
            return Matcher.quoteReplacement(unescaped(mention.group(1)));
        }
        var hashtag = HASHTAG.matcher(whole);
        return Matcher.quoteReplacement(
                hashtag.matches() ? "#" + unescaped(hashtag.group(2)) : unescaped(whole));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll("$1");
    }
}
