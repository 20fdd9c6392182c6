package org.handbell.cases.people;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The words by which files name what somebody does at a school.
public final class RoleWords {

    /// Of staff.
    public static final Map<String, Role> STAFF =
            Map.ofEntries(
                    Map.entry("head", Role.HEAD),
                    Map.entry("executive-head", Role.EXECUTIVE_HEAD),
                    Map.entry("dsl", Role.DSL),
                    Map.entry("deputy-dsl", Role.DEPUTY_DSL),
                    Map.entry("teacher", Role.TEACHER),
                    Map.entry("support", Role.SUPPORT),
                    Map.entry("supply", Role.SUPPLY),
                    Map.entry("communications", Role.COMMUNICATIONS),
                    Map.entry("hr-investigator", Role.HR_INVESTIGATOR),
                    Map.entry("auditor", Role.AUDITOR));

    /// Of those who govern.
    public static final Map<String, Role> GOVERNORS =
            Map.of(
                    "chair-of-governors", Role.CHAIR,
                    "governor", Role.GOVERNOR,
                    "director", Role.GOVERNOR);

    private RoleWords() {}

    public static Optional<Role> role(String word) {
        return Optional.ofNullable(STAFF.getOrDefault(word, GOVERNORS.get(word)));
    }

    /// The word of a role, as `register.v1` has it.
    public static String word(Role role) {
        return switch (role) {
            case OPERATOR -> "operator";
            case CHAIR -> "chair-of-governors";
            case GOVERNOR -> "governor";
            default ->
                    STAFF.entrySet().stream()
                            .filter(word -> word.getValue() == role)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElseThrow();
        };
    }

    public static boolean governs(String word) {
        return GOVERNORS.containsKey(word);
    }

    /// All words, by the alphabet.
    public static String all() {
        var words = new TreeMap<>(STAFF);
        words.putAll(GOVERNORS);
        return String.join(", ", words.keySet());
    }
}
