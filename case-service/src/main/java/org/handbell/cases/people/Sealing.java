package org.handbell.cases.people;

/// Seals words about people with the key of the register, so that who reads the database alone
/// learns nothing.
public interface Sealing {

    /// @param id of what it belongs to: what was sealed for one does not open as another
    byte[] seal(String id, String words);

    /// @throws IllegalStateException where it was sealed for another id or with another key
    String open(String id, byte[] sealed);
}
