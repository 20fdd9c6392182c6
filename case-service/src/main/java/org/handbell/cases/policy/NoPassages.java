package org.handbell.cases.policy;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// No policy was uploaded.
@Component
class NoPassages implements Passages {

    @Override
    public Optional<Passage> of(String clause, Instant postedAt) {
        return Optional.empty();
    }
}
