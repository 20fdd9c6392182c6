package org.handbell.cases.casefile;

import java.util.Set;

/// A case may be about an illegal picture of a child, and was reduced to where its posts are.
/// Published in the transaction that made it so.
public record CaseWithheld(String caseId, Set<String> posts) {

    public CaseWithheld {
        posts = Set.copyOf(posts);
    }
}
