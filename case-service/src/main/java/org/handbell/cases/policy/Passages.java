package org.handbell.cases.policy;

import java.time.Instant;
import java.util.Optional;

/// The words of the trust's own policy behind each clause.
public interface Passages {

    /// The passage that a clause rested on when a post was posted; empty where no policy was
    /// uploaded or none of its words are pointed to.
    ///
    /// @param clause id of the clause: `E3`
    Optional<Passage> of(String clause, Instant postedAt);

    /// @param version of the policy, as the trust names it
    /// @param words as they stand there
    record Passage(String version, String words) {}
}
