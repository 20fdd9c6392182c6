package org.handbell.cases.people;

import java.util.Optional;

/// How each person wants to be told. What somebody set themselves is never changed by an import.
public interface Preferences {

    /// What counts now, what was imported with it; plain where nothing is known.
    Preference of(String personId);

    /// What the person set themselves; nothing where they never did.
    Optional<Preference> own(String personId);

    /// Sets it, in the caller's transaction, and has it published after the commit. Of the absences
    /// only the first is kept.
    void set(String personId, Preference preference);
}
