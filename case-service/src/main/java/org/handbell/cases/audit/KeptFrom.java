package org.handbell.cases.audit;

import java.util.Set;

/// What the readers of the record themselves must not read about: who looks after the system may be
/// the subject of a case too.
public interface KeptFrom {

    /// Subjects as in {@link AuditEntry#subject}, at most a thousand.
    Set<String> subjects(String personId);
}
