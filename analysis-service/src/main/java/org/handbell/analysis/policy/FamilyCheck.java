package org.handbell.analysis.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbell.analysis.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/// A rule that waits for a family which nothing ever hits would be silent for ever: every family
/// that a pack names must be one of its lexicons' or a detector's.
final class FamilyCheck {

    private static final Pattern ASKED = Pattern.compile("'([^']*)'\\s+in\\s+[snp]\\b");

    private final PackText file;
    private final Set<String> known;

    FamilyCheck(PackText file, Set<String> detected, List<PhraseBook.Phrase> phrases) {
        this.file = file;
        this.known = new HashSet<>(detected);
        phrases.forEach(phrase -> known.add(phrase.family()));
    }

    void all(PackEntries.PackFile content) {
        PackEntries.mapped(content.exemptions())
                .forEach((name, entry) -> asked(entry.when(), name, "exemptions", name, "when"));
        var rules = PackEntries.listed(content.rules());
        for (var at = 0; at < rules.size(); at++) {
            var rule = rules.get(at);
            var id = String.valueOf(rule.id());
            named(PackEntries.listed(rule.when()), id, "rules", at, "when");
            named(PackEntries.listed(rule.show()), id, "rules", at, "show");
            asked(rule.condition(), id, "rules", at, "condition");
        }
    }

    private void named(List<String> families, String where, Object... path) {
        families.forEach(family -> known(family, where, path));
    }

    private void asked(@Nullable String condition, String where, Object... path) {
        if (condition != null) {
            ASKED.matcher(condition).results().forEach(match -> known(match.group(1), where, path));
        }
    }

    private void known(String family, String where, Object... path) {
        if (!known.contains(family)) {
            throw file.refuse(where, "nothing hits a family " + family, path);
        }
    }
}
