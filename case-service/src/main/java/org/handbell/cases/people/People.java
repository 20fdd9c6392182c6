package org.handbell.cases.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The staff and governors of the trust, and its academies.
public interface People {

    Optional<Person> byId(String personId);

    /// The person with this address, in any case of letters.
    Optional<Person> byEmail(String email);

    /// Everyone who holds a role anywhere in the trust, by person id.
    List<Person> holding(Role role);

    /// Everyone who holds a role.
    ///
    /// @param academyId only those of this academy; null for the trust's own
    List<Person> holding(Role role, @Nullable String academyId);

    Optional<Academy> academy(String academyId);

    List<Academy> academies();

    /// The trust's name.
    String trustName();

    /// A school of the trust.
    record Academy(String academyId, String name) {}
}
