package org.handbell.cases.evidence;

import java.util.List;
import java.util.Optional;

/// Keeps what was captured. A holder is a case, or a post that waits for the digest; each has a key
/// of its own.
public interface EvidenceLocker {

    /// Seals content and appends it to the holder's chain, in the caller's transaction. The first
    /// entry makes the holder's key.
    void keep(String holder, Capture capture, byte[] content);

    /// All entries, oldest first; empty where there are none or their key was erased.
    ///
    /// @throws EvidenceUnreadableException where an entry does not open with its key
    List<Exhibit> of(String holder);

    /// Makes the holder's key where there is none, for a holder of words that keeps no exhibit.
    void prepare(String holder);

    /// Seals words that are no exhibit, such as a decision's, with the holder's key.
    byte[] seal(String holder, String words);

    /// Opens what {@link #seal} made; empty after the key was erased.
    Optional<String> open(String holder, byte[] sealed);

    /// Seals something that is no text with the holder's key.
    ///
    /// @param label what it is: what was sealed as one thing does not open as another
    byte[] seal(String holder, String label, byte[] content);

    /// Opens what {@link #seal(String, String, byte[])} made; empty after the key was erased.
    Optional<byte[]> open(String holder, String label, byte[] sealed);

    /// From now on nothing of the holder's posts is given out but where they are, to nobody and for
    /// good. What was sealed stays, so that the chain can be checked.
    void pointerOnly(String holder);

    /// Where the holder's posts are, as they were last seen; one for each post.
    List<Pointer> pointers(String holder);

    /// Checks the holder's chain, and each content against it while the key is there.
    Verification verify(String holder);

    /// Destroys the holder's key: what is sealed under it can never be read again. The chain stays.
    void erase(String holder);

    /// Destroys the key and removes the chain too, for what never became a case.
    void forget(String holder);
}
