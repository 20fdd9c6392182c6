package org.handbell.cases.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.people.RegisterEntry.Hidden;
import org.handbell.contract.RegisterEvent;

/// What the trust knows of itself and its people, as the analysis needs it. What changes is
/// published after the commit.
public interface Register {

    /// Makes the register hold exactly these entries. What is as it was stays untouched, and so
    /// does what a person entered by hand.
    ///
    /// @return how many entries changed, came or went
    int replace(Collection<RegisterEntry> entries);

    /// Makes the register hold exactly these entries of these kinds, and leaves all other kinds
    /// alone.
    ///
    /// @param kinds as [RegisterEntry#kind] has them
    /// @return what changed
    Differences replace(Set<String> kinds, Collection<RegisterEntry> entries);

    /// What [#replace(Set, Collection)] would change.
    Differences compare(Set<String> kinds, Collection<RegisterEntry> entries);

    /// Enters or changes one entry by hand. What an import brought stays the import's: it goes when
    /// the next one does not name it.
    void put(RegisterEntry entry);

    /// Takes one entry away.
    ///
    /// @return whether there was one
    boolean remove(String entryId);

    /// All entries of a kind that may be read in clear, by their id.
    <E extends RegisterEvent> List<E> all(Class<E> type);

    /// The entries of these ids that may be read in clear.
    List<RegisterEvent> clear(Collection<String> entryIds);

    /// The ids of all entries of a kind.
    List<String> ids(String kind);

    /// How many entries of a kind there are.
    long count(String kind);

    /// A hidden entry; nothing where there is none, or it is not hidden.
    Optional<Hidden> hidden(String entryId);

    /// Pupils and former pupils who go by each of the words of a name; at most ten.
    ///
    /// @param name first and last name at least, so that nobody leafs through the register
    /// @return nothing where it has fewer than two words
    List<Hidden> named(String name);

    /// Takes away the consents and exceptions that have been over for three days: for so long a
    /// post of their last day may still be judged. In a transaction of its own.
    ///
    /// @return how many went
    int dropWhatRanOut();

    /// A fingerprint of the register and the people as they stand. From here to the end of the
    /// caller's transaction nobody else changes them.
    String standing();

    /// An id for a confidential term that does not tell the term to who has no key.
    String idOf(String confidentialTerm);
}
