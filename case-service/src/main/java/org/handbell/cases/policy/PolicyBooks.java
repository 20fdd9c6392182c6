package org.handbell.cases.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the policy and its pointers are kept; only ever added to.
interface PolicyBooks extends Policies {

    boolean hasName(String name);

    /// @param version its number does not count
    /// @return the number it got
    long add(PolicyVersion version, String body, List<String> paragraphs);

    /// Which paragraphs each clause rests on in a version, by clause.
    Map<String, Range> pointers(long number);

    /// @param range null where the clause rests on nothing there
    void point(long number, String clause, @Nullable Range range, String by, Instant at);

    default Optional<Range> pointer(long number, String clause) {
        return Optional.ofNullable(pointers(number).get(clause));
    }

    /// Paragraphs from one to another, both included.
    record Range(int first, int last) {}
}
