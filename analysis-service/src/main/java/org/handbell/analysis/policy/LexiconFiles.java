package org.handbell.analysis.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.contract.KeyedHash;

/// The phrases and word lists that a pack names, out of their files.
final class LexiconFiles {

    private LexiconFiles() {}

    /// Family to phrases.
    static final class Families extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    static List<PhraseBook.Phrase> phrases(List<PackText> files) {
        var phrases = new ArrayList<PhraseBook.Phrase>();
        for (var file : files) {
            file.as(Families.class)
                    .forEach((family, texts) -> {
                        for (var at = 0; at < texts.size(); at++) {
                            phrases.add(phrase(file, family, texts.get(at), at));
                        }
                    });
        }
        return phrases;
    }

    private static PhraseBook.Phrase phrase(PackText file, String family, String text, int at) {
        var phrase = new PhraseBook.Phrase(family, null, folded(text));
        try {
            phrase.check();
        } catch (PatternSyntaxException e) {
            throw file.refuse(family, e.getDescription(), family, at);
        }
        return phrase;
    }

    /// Phrases are written as people write; they are found in folded words.
    private static String folded(String text) {
        if (text.startsWith("re:") || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return text;
        }
        return (text.startsWith("*") ? "*" : "")
                + String.join(" ", KeyedHash.tokens(text))
                + (text.endsWith("*") ? "*" : "");
    }

    static Map<String, Set<String>> words(Map<String, PackText> files) {
        return files.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> words(entry.getValue().text())));
    }

    private static Set<String> words(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .filter(word -> !word.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
