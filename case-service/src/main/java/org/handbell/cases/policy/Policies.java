package org.handbell.cases.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The versions of the trust's policy.
public interface Policies {

    /// The version in force on a day: the one that came into force last, and of two of the same day
    /// the one uploaded later.
    Optional<PolicyVersion> inForce(LocalDate day);

    Optional<PolicyVersion> byNumber(long number);

    /// Newest first.
    List<PolicyVersion> all();

    /// Its words, paragraph 1 first.
    List<String> paragraphs(long number);
}
