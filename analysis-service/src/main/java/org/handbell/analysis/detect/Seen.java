package org.handbell.analysis.detect;

import java.util.List;
import org.handbell.analysis.register.Known;
import org.handbell.analysis.text.Token;
import org.handbell.contract.RegisterEvent.Form;

/// A window of a field that stands for one or more entries.
///
/// @param spelling which of its spellings does
record Seen(Window window, Known known, Spelling spelling) {

    /// How the words of a window are read.
    enum Spelling {
        WRITTEN,
        /// A handle without the digits at its end: `@janedoe09`.
        LETTERS,
        /// The words behind a disguise.
        MEANT
    }

    /// The words of a window in one of its spellings.
    static List<String> words(Window window, Spelling spelling) {
        return switch (spelling) {
            case WRITTEN -> window.tokens().stream().map(Token::text).toList();
            case LETTERS -> List.of(letters(window.first()));
            case MEANT -> window.tokens().stream().map(Token::plain).toList();
        };
    }

    /// A word without the digits at its end.
    static String letters(Token token) {
        var text = token.text();
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9') {
            end--;
        }
        return text.substring(0, end);
    }

    List<String> words() {
        return words(window, spelling);
    }

    Form form() {
        return known.form();
    }
}
