package org.handbell.analysis.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/// One dated version of the policy: clauses, rules, lexicons.
///
/// @param id names it in findings
/// @param inForceFrom first day it holds, Europe/London
/// @param inForceUntil last day it holds; null where the next one ends it
/// @param book the phrases of its lexicons
/// @param words plain lists of words that detectors ask for, by name
/// @param hash SHA-256 over all that it says, as hex
/// @param models SHA-256 of the models that it names, in its order
public record PolicyPack(
        String id,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        Map<String, Clause> clauses,
        List<Rule> rules,
        PhraseBook book,
        Map<String, Set<String>> words,
        String hash,
        List<String> models) {

    /// A list of words of the pack; empty where it has none of that name.
    public Set<String> words(String name) {
        return words.getOrDefault(name, Set.of());
    }
}
