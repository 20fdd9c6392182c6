package org.handbell.cases.signin;

import java.util.Set;
import org.handbell.cases.people.Person;

/// Whether the desk lets somebody in for whom a provider vouches.
sealed interface Admission {

    /// @param groups those of their groups that mean something here
    record Admitted(Person person, Set<String> groups) implements Admission {

        public Admitted {
            groups = Set.copyOf(groups);
        }
    }

    record Refused(Refusal why) implements Admission {}
}
