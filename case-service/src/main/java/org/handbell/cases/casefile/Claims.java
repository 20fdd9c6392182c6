package org.handbell.cases.casefile;

import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.conflict.Matter;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.Severity;

/// What the machine claims about one state of a post, and whom it concerns.
public record Claims(Found found, Matter matter) {

    /// Clause ids.
    public Set<String> clauses() {
        return found.findings().stream().map(Finding::clause).collect(Collectors.toSet());
    }

    /// Whether any of them may open a case: grave enough, sure enough, and more than advice.
    public boolean openCase() {
        return found.findings().stream().anyMatch(Finding::mayOpenCase);
    }

    /// Whether any of them may join a case about another post.
    public boolean joinOthers() {
        return found.findings().stream().anyMatch(f -> f.severity().opensCase());
    }

    /// The gravest claim that is more than advice.
    public Severity severity() {
        return found.findings().stream()
                .filter(f -> !f.advisory())
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.TIP);
    }
}
