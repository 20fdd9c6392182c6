package org.handbell.cases.people;

import java.util.Collection;

/// What the trust knows of itself and its people, as the analysis needs it.
public interface Register {

    /// Makes the register hold exactly these entries. What is as it was stays untouched; what
    /// changed, came or went is published after the commit.
    ///
    /// @return how many entries changed, came or went
    int replace(Collection<RegisterEntry> entries);

    /// An id for a confidential term that does not tell the term to who has no key.
    String idOf(String confidentialTerm);
}
