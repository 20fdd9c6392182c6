package org.handbell.analysis.detect;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.Finding;
import org.handbell.contract.RegisterEvent.Trust;

/// Telephone numbers, e-mail addresses, street addresses and postcodes, also where digits are
/// written as letters or words.
///
/// Families: `contact.phone`, `contact.mail`, `contact.school-mail`, `place.address` (number and
/// street), `place.street`, `place.postcode`.
public final class ContactDetector implements Detector {

    private static final String STREETS =
            "street|road|lane|avenue|close|drive|terrace|row|way|court|crescent|place|gardens|grove"
                    + "|hill|mews|walk|path|bank|rise|green|square|view|gate|parade|croft|yard|wharf"
                    + "|st|rd|ave|ln|cres|house|villas|cottages";
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)\\b(?:flat\\s+\\d+[a-z]?,?\\s+)?(?:no\\.?\\s*|number\\s+)?\\d{1,4}[a-z]?,?\\s+"
                            + "(?:[\\p{L}'\u2019]+\\s+){1,3}?(?:"
                            + STREETS
                            + ")\\b");
    private static final Pattern STREET =
            Pattern.compile(
                    "(?i)\\b(?:[\\p{L}'\u2019]{3,}\\s+){1,2}(?:"
                            + STREETS.replace("|house", "")
                            + ")\\b");
    private static final Pattern POSTCODE =
            Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}\\b");
    private static final Pattern HANDLE =
            Pattern.compile(
                    "(?i)\\b(?:snap|snapchat|sc|insta|instagram|ig|whatsapp|kik|telegram|discord|tiktok|signal|steam|psn|xbox|gamertag)\\b"
                            + "[^\\n!?]{0,20}?[\\s:@](?=[\\w.#]*[a-z])(?=[\\w.#]*[\\d_.#][a-z\\d])[a-z][\\w.#]{3,}");
    private static final Pattern MAIL =
            Pattern.compile("(?i)[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+\\.[\\p{L}]{2,}");
    private static final Pattern SPELT_MAIL =
            Pattern.compile(
                    "(?i)\\b[\\p{L}\\d._-]+\\s*[(\\[]?\\s*\\bat\\b\\s*[)\\]]?\\s*[\\p{L}\\d-]+\\s*[(\\[]?\\s*\\bdot\\b\\s*[)\\]]?\\s*(?:com|co|uk|org|net|example)\\b");
    private static final Map<String, String> DIGITS =
            Map.ofEntries(
                    Map.entry("oh", "0"),
                    Map.entry("o", "0"),
                    Map.entry("zero", "0"),
                    Map.entry("nought", "0"),
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("hundred", "00"));
    private static final Pattern DIGIT_WORD =
            Pattern.compile("zero|nought|one|two|three|four|five|six|seven|eight|nine|\\d");
    private static final Pattern ALL_DIGITS = Pattern.compile("(?:" + DIGIT_WORD.pattern() + ")+");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 13;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            if (!reading.kind().equals("links")) {
                phones(reading, hits);
                mails(reading, circumstances, hits);
                find(HANDLE, "channel.handle", reading, hits);
                find(ADDRESS, "place.address", reading, hits);
                find(STREET, "place.street", reading, hits);
                find(POSTCODE, "place.postcode", reading, hits);
            }
        }
        return hits;
    }

    private static void find(Pattern pattern, String family, Reading reading, List<Hit> hits) {
        var matcher = pattern.matcher(Deadline.watched(reading.original()));
        while (matcher.find()) {
            hits.add(hit(family, reading, matcher));
        }
    }

    private static void mails(Reading reading, Circumstances circumstances, List<Hit> hits) {
        for (var pattern : List.of(MAIL, SPELT_MAIL)) {
            var matcher = pattern.matcher(Deadline.watched(reading.original()));
            while (matcher.find()) {
                var school = schoolMail(matcher.group(), circumstances);
                var family = school ? "contact.school-mail" : "contact.mail";
                hits.add(hit(family, reading, matcher));
            }
        }
    }

    private static boolean schoolMail(String mail, Circumstances circumstances) {
        return circumstances
                .register()
                .trusts()
                .map(Trust::emailDomains)
                .flatMap(List::stream)
                .anyMatch(mail.toLowerCase(java.util.Locale.ROOT)::endsWith);
    }

    private static Hit hit(String family, Reading reading, Matcher matcher) {
        var span = new Finding.Span(reading.field(), matcher.start(), matcher.end());
        return new Hit(family, span, sentence(reading, matcher.start()), 0.9, null);
    }

    private static int sentence(Reading reading, int at) {
        Deadline.check();
        return reading.tokens().stream()
                .filter(token -> token.end() > at)
                .findFirst()
                .map(Token::sentence)
                .orElse(0);
    }

    /// Runs of tokens that are all digits, or letters and words in their place.
    private void phones(Reading reading, List<Hit> hits) {
        var tokens = reading.tokens();
        for (var from = 0; from < tokens.size(); from++) {
            var digits = new StringBuilder();
            var to = from;
            while (to < tokens.size() && digits.length() < LONGEST) {
                var more = digits(tokens, to);
                if (more.isEmpty() || to > from && apart(tokens.get(to).gap())) {
                    break;
                }
                digits.append(more);
                to++;
                if (to < tokens.size() && !continues(tokens, to) && phone(digits)) {
                    break;
                }
            }
            if (phone(digits)) {
                hits.add(
                        new Hit(
                                "contact.phone",
                                LexiconDetector.span(reading, from, to),
                                tokens.get(from).sentence(),
                                0.95,
                                null));
                from = to;
            }
        }
    }

    private static boolean continues(List<Token> tokens, int at) {
        return !digits(tokens, at).isEmpty() && !apart(tokens.get(at).gap());
    }

    private static boolean apart(String gap) {
        return gap.indexOf('\n') >= 0 || gap.length() > 4;
    }

    private static String digits(List<Token> tokens, int at) {
        var text = tokens.get(at).text();
        if (text.equals("double") || text.equals("triple")) {
            var next = at + 1 < tokens.size() ? DIGITS.get(tokens.get(at + 1).text()) : null;
            return next == null ? "" : next.repeat(text.equals("double") ? 1 : 2);
        }
        if (DIGITS.containsKey(text)) {
            return DIGITS.getOrDefault(text, "");
        }
        if (text.matches("[0-9oil]*[0-9][0-9oil]*")) {
            return text.replace('o', '0').replace('i', '1').replace('l', '1');
        }
        return ALL_DIGITS.matcher(text).matches() ? spelt(text) : "";
    }

    private static String spelt(String text) {
        return DIGIT_WORD
                .matcher(text)
                .replaceAll(word -> DIGITS.getOrDefault(word.group(), word.group()));
    }

    /// The range 07700 900 is reserved for stories and tests, so the library refuses it; people who
    /// try the product out use it, and a leak of it harms nobody.
    private boolean phone(CharSequence digits) {
        var number = digits.toString().replaceFirst("^(?:00)?44(?=[1-9])", "0");
        if (number.length() < SHORTEST || number.length() > 11 || !number.startsWith("0")) {
            return false;
        }
        if (number.matches("07700900\\d{3}|01632960\\d{3}")) {
            return true;
        }
        try {
            return phones.isValidNumberForRegion(phones.parse(number, "GB"), "GB");
        } catch (com.google.i18n.phonenumbers.NumberParseException e) {
            return false;
        }
    }
}
