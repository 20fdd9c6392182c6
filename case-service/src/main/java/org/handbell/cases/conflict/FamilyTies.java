package org.handbell.cases.conflict;

import java.util.List;

/// The register of family ties among the people at the desk.
public interface FamilyTies {

    List<Tie> all();

    /// In the caller's transaction.
    ///
    /// @return false where it is there already
    boolean add(Tie tie);

    /// In the caller's transaction.
    ///
    /// @return false where there is none
    boolean remove(Tie tie);

    /// Two people who are family, in the order of their ids.
    record Tie(String one, String other) {

        public Tie {
            if (one.compareTo(other) >= 0) {
                throw new IllegalArgumentException("one must come before other");
            }
        }

        /// @throws IllegalArgumentException where both are the same person
        public static Tie between(String a, String b) {
            return a.compareTo(b) < 0 ? new Tie(a, b) : new Tie(b, a);
        }
    }
}
