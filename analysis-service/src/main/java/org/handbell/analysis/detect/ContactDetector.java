package org.handbell.analysis.detect;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
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

    private static final String STREETS = String.join("|", Clues.STREETS);
    static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)\\b(?:flat\\s+\\d+[a-z]?,?\\s+)?(?:no\\.?\\s*|number\\s+)?\\d{1,4}[a-z]?,?\\s+"
                            + "(?:[\\p{L}'\u2019]+\\s+){1,3}?(?:"
                            + STREETS
                            + ")\\b");
    static final Pattern STREET =
            Pattern.compile(
                    "(?i)\\b(?:[\\p{L}'\u2019]{3,}\\s+){1,2}(?:"
                            + STREETS.replace("|house", "")
                            + ")\\b");
    static final Pattern POSTCODE =
            Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}\\b");
    static final Pattern HANDLE =
            Pattern.compile(
                    "(?i)\\b(?:"
                            + String.join("|", Clues.CHANNELS)
                            + ")\\b"
                            + "[^\\n!?]{0,20}?[\\s:@](?=[\\w.#]*[a-z])(?=[\\w.#]*[\\d_.#][a-z\\d])[a-z][\\w.#]{3,}");
    static final Pattern MAIL =
            Pattern.compile("(?i)[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+\\.[\\p{L}]{2,}");
    static final Pattern SPELT_MAIL =
            Pattern.compile(
                    "(?i)\\b[\\p{L}\\d._-]+\\s*[(\\[]?\\s*\\bat\\b\\s*[)\\]]?\\s*[\\p{L}\\d-]+\\s*[(\\[]?\\s*\\bdot\\b\\s*[)\\]]?\\s*(?:com|co|uk|org|net|example)\\b");

    /// Most words before the last one: `flat 2, number 14 Old Tollgate House Road`, and `Old
    /// Tollgate Road`.
    private static final int WORDS_OF_ADDRESS = 7;

    private static final int WORDS_OF_STREET = 2;

    private static final int SHORTEST = 10;
    private static final int LONGEST = 13;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            if (!reading.kind().equals("links")) {
                in(reading, circumstances, hits);
            }
        }
        return hits;
    }

    /// An expression is tried only where what it cannot do without is there.
    private void in(Reading reading, Circumstances circumstances, List<Hit> hits) {
        var clues = new Clues(reading);
        phones(reading, hits);
        if (clues.mail()) {
            mails(MAIL, reading, circumstances, hits);
        }
        if (clues.speltMail()) {
            mails(SPELT_MAIL, reading, circumstances, hits);
        }
        if (clues.handle()) {
            find(HANDLE, "channel.handle", reading, hits);
        }
        for (var stretch : clues.streets(WORDS_OF_ADDRESS)) {
            if (clues.digit(stretch)) {
                find(ADDRESS, "place.address", reading, stretch, hits);
            }
        }
        for (var stretch : clues.streets(WORDS_OF_STREET)) {
            find(STREET, "place.street", reading, stretch, hits);
        }
        if (clues.postcode()) {
            find(POSTCODE, "place.postcode", reading, hits);
        }
    }

    private static void find(Pattern pattern, String family, Reading reading, List<Hit> hits) {
        var whole = new Clues.Stretch(0, reading.original().length());
        find(pattern, family, reading, whole, hits);
    }

    private static void find(
            Pattern pattern,
            String family,
            Reading reading,
            Clues.Stretch stretch,
            List<Hit> hits) {
        var matcher = pattern.matcher(Deadline.watched(reading.original()));
        matcher.region(stretch.from(), stretch.to());
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        while (matcher.find()) {
            hits.add(hit(family, reading, matcher));
        }
    }

    private static void mails(
            Pattern pattern, Reading reading, Circumstances circumstances, List<Hit> hits) {
        var matcher = pattern.matcher(Deadline.watched(reading.original()));
        while (matcher.find()) {
            var school = schoolMail(matcher.group(), circumstances);
            var family = school ? "contact.school-mail" : "contact.mail";
            hits.add(hit(family, reading, matcher));
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
        for (var token : reading.tokens()) {
            if (token.end() > at) {
                return token.sentence();
            }
        }
        return 0;
    }

    /// Runs of tokens that are all digits, or letters and words in their place.
    private void phones(Reading reading, List<Hit> hits) {
        var tokens = reading.tokens();
        var each = digits(tokens);
        if (each.isEmpty()) {
            return;
        }
        for (var from = 0; from < tokens.size(); from++) {
            var digits = new StringBuilder();
            var to = from;
            while (to < tokens.size() && digits.length() < LONGEST) {
                var more = each.get(to);
                if (more.isEmpty() || to > from && apart(tokens.get(to).gap())) {
                    break;
                }
                digits.append(more);
                to++;
                if (to < tokens.size() && !continues(tokens, each, to) && phone(digits)) {
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

    /// The digits of each word; nothing at all where they are too few for a number.
    private static List<String> digits(List<Token> tokens) {
        var digits = new ArrayList<String>(tokens.size());
        var count = 0;
        for (var at = 0; at < tokens.size(); at++) {
            var own = DigitWords.at(tokens, at);
            digits.add(own);
            count += own.length();
        }
        return count < SHORTEST ? List.of() : digits;
    }

    private static boolean continues(List<Token> tokens, List<String> digits, int at) {
        return !digits.get(at).isEmpty() && !apart(tokens.get(at).gap());
    }

    private static boolean apart(String gap) {
        return gap.indexOf('\n') >= 0 || gap.length() > 4;
    }

    /// The range 07700 900 is reserved for stories and tests, so the library refuses it; people who
    /// try the product out use it, and a leak of it harms nobody.
    private boolean phone(CharSequence digits) {
        if (digits.length() < SHORTEST) {
            return false;
        }
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
