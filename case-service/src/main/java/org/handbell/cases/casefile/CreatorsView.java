package org.handbell.cases.casefile;

import org.springframework.stereotype.Component;

/// What the creator of a group still sees of its posts at the desk. Once somebody has to decide
/// about a post it is no longer theirs to look at here: they may be asked about it.
@Component
public class CreatorsView {

    private final Cases cases;

    CreatorsView(Cases cases) {
        this.cases = cases;
    }

    /// Whether a post is out of their sight: it is, or was, under a case that did not turn out to
    /// be nothing.
    public boolean conceals(String postId) {
        return cases.ofPost(postId).stream()
                .anyMatch(about -> !(about.state() instanceof CaseState.NotAConcern));
    }
}
